"""She leaves, and somebody keeps in touch."""

from datetime import datetime, timedelta
from uuid import uuid5

from dateutil.relativedelta import relativedelta
from django.core.exceptions import ValidationError
from django.db import transaction

from cura.core.records import actions, registry
from cura.core.records.sheet import Sheet
from placements.leaving.models import AfterContact, Leaving
from residents.child import actions as children

# A policy of the home: the law gives no day (CHR 2015 reg. 14(2)(c) plans the next home only).
AFTER = (
    ("after a week", timedelta(weeks=1)),
    ("after a month", relativedelta(months=1)),
    ("after three months", relativedelta(months=3)),
    ("after six months", relativedelta(months=6)),
)


@transaction.atomic
def gone(*, record: Leaving, left_at: datetime, who=None, by, now: datetime) -> list[AfterContact]:
    """Her stay ends, and four calls are planned. Asked again, nothing is made twice."""
    held = actions.lock(record)
    actions.must_stand(held)
    child = held.child
    if not child.left_at:
        where = ": ".join(filter(None, (held.get_place_display(), held.address)))
        children.leave(child=child, left_at=left_at, went_to=where[:200], by=by, now=now)
        child.refresh_from_db()
    return [_planned(held, words, child.left_at + after, who, by, now) for words, after in AFTER]


def gone_step(*, record: Leaving, by, values: dict, now) -> list[AfterContact]:
    """The shape of a step's `do`."""
    return gone(record=record, by=by, now=now, **values)


def _planned(leaving: Leaving, words: str, at: datetime, who, by, now) -> AfterContact:
    type = registry.of(AfterContact)
    submission = uuid5(leaving.pk, words)
    if made := actions.submitted(type, by, submission):
        return made
    body = {"happened_at": [at.isoformat()], "why": [f"A call {words}"]}
    body["who"] = [str(who.pk) if who else ""]
    sheet = Sheet.build(type, subject=leaving.child, user=by, data=body, now=now)
    if not sheet.is_valid():
        raise ValidationError([message for _, message in sheet.errors()])
    return actions.create(
        sheet=sheet, type=type, subject=leaving.child, by=by, now=now, submission=submission
    )
