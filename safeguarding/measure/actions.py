"""What is written beside a measure: a talk with somebody who used it, an attempt with the child."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from cura.core.permissions import Permission as P
from cura.core.records.actions import lock, must_stand, require
from cura.core.records.base import not_in_future
from cura.core.records.keeping import keep_beside
from safeguarding.measure import authority
from safeguarding.measure.models import ChildTalk, Measure, UserTalk


@transaction.atomic
def talk_with_user(*, record: Measure, by, values: dict, now: datetime) -> UserTalk:
    """One talk with one who used it (reg. 35(3)(b)). The shape of a step's `do`."""
    held = _held(record, by)
    _say(authority.not_apart(record=held, by=by, now=now))
    _between(held, values["talked_at"], now)
    if values["person"].pk not in {person.pk for person in authority.to_talk_with(held)}:
        raise ValidationError("This talk has been written already.", code="done")
    return keep_beside(UserTalk(**values), held, "measure.user_talk", by, now)


@transaction.atomic
def ask_child(*, record: Measure, by, values: dict, now: datetime) -> ChildTalk:
    """The child was asked, and it did not come to a talk (reg. 35(3)(c))."""
    held = _held(record, by)
    _say(authority.not_authorised(record=held, by=by, now=now))
    _between(held, values["asked_at"], now)
    if held.child_spoken_at:
        raise ValidationError("The talk has been written already.", code="done")
    if pressed := ChildTalk.objects.filter(object_id=held.pk, by=by, **values).first():
        return pressed  # the button, twice
    return keep_beside(ChildTalk(**values), held, "measure.child_asked", by, now)


def _held(record: Measure, by) -> Measure:
    held = lock(record)
    require(by, P.RECORD_SIGN, held)
    must_stand(held)
    return held


def _say(refused: str) -> None:
    if refused:
        raise ValidationError(refused, code="not-you")


def _between(record: Measure, at: datetime, now: datetime) -> None:
    """A talk lies between what it is about and now."""
    not_in_future(at, now)
    if at < record.happened_at:
        raise ValidationError("That is before it happened.", code="before")
