"""What is done with a part beyond writing it: begun empty, given to somebody, asked for."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from cura.core.audit import log
from cura.core.deadlines.engine import sync
from cura.core.permissions import Permission as P
from cura.core.records import registry, snapshot
from cura.core.records.actions import lock, must_stand, require
from cura.core.records.base import not_in_future
from cura.core.records.keeping import keep_beside
from placements.assessment.models import Assessment
from placements.assessment.part_models import AssessmentPart, PartAsk

GIVEN = ("writer", "outsider", "due_on", "booked_on")


def add_part(*, assessment: Assessment, discipline: str, by, now: datetime, **facts):
    """An empty part, with its days, for somebody to fill."""
    part = AssessmentPart(
        assessment=assessment, discipline=discipline, child=assessment.child, author=by,
        home=assessment.home, happened_at=now, created_at=now, **facts,
    )  # fmt: skip
    part.full_clean(exclude=("child", "home", "author", "assessment", "writer"))
    part.save(force_insert=True)
    sync(part, now)
    _wrote(part, "record.created", by, now)
    return part


@transaction.atomic
def give(*, record: AssessmentPart, by, values: dict, now: datetime) -> AssessmentPart:
    """Say who writes it, by when, and what is booked. The text is left alone, so whoever is
    writing it meanwhile loses nothing. The shape of a step's `do`."""
    held = _open(record, by, P.PLAN_WRITE)
    given = {name: values[name] for name in GIVEN}
    before = {name: str(getattr(held, name) or "") for name in given}
    for name, value in given.items():
        setattr(held, name, value)
    held.clean()
    held.save(update_fields=GIVEN)
    sync(held, now)
    after = {name: str(getattr(held, name) or "") for name in given}
    _wrote(held, "record.edited", by, now, before=before, after=after)
    return held


@transaction.atomic
def ask(*, record: AssessmentPart, by, values: dict, now: datetime) -> PartAsk:
    """Write down that somebody was asked for it. Each time stands."""
    held = _open(record, by, P.PLAN_WRITE)
    not_in_future(values["asked_at"], now)
    if pressed := PartAsk.objects.filter(object_id=held.pk, by=by, **values).first():
        return pressed  # the button, twice
    return keep_beside(PartAsk(**values), held, "assessment.asked", by, now)


def _open(record: AssessmentPart, by, permission: str) -> AssessmentPart:
    held = lock(record)
    require(by, permission, held)
    must_stand(held)
    if held.signed_at:
        raise ValidationError("It is signed and stays as it is.", code="frozen")
    return held


def _wrote(part: AssessmentPart, action: str, by, now: datetime, **body) -> None:
    whole = snapshot.whole(part, registry.of(part))
    log.wrote(part, action, by=by, now=now, snapshot=whole, **body)
