"""Putting into the diary what was agreed about family time."""

from datetime import date, datetime, time
from uuid import uuid5

from django.core.exceptions import ValidationError
from django.db import transaction

from cura.core.permissions import Permission as P
from cura.core.records import actions, registry
from cura.core.records.sheet import Sheet
from residents.diary.actions import again
from residents.diary.models import DiaryEntry
from residents.familytime.models import FamilyTime


@transaction.atomic
def plan(
    *, record: FamilyTime, starts: datetime, until: time | None = None, place: str = "",
    weekly_until: date | None = None, by, now: datetime,
) -> DiaryEntry:  # fmt: skip
    """The next time with this person stands in the diary, each week up to `weekly_until`, too.
    Pressing twice makes it once."""
    held = actions.lock(record)
    actions.must_stand(held)
    if held.ended_at or held.freedom == FamilyTime.Freedom.NONE:
        raise ValidationError(f"There is no family time with {held.name} now.")
    actions.require(by, P.DIARY_WRITE, held)
    type = registry.of(DiaryEntry)
    body = {
        "kind": [DiaryEntry.Kind.FAMILY],
        "title": [f"{held.get_way_display()}: {held.name}"[:120]],
        "happened_at": [starts.isoformat()],
        "until": [until.isoformat("minutes")] if until else [""],
        "place": [place],
        "takes_out": ["on"] if held.way in (FamilyTime.Way.VISIT, FamilyTime.Way.NIGHTS) else [],
        "children": [str(held.child_id)],
        "words": [held.limits],
    }
    sheet = Sheet.build(type, subject=held.child.home, user=by, data=body, now=now)
    if not sheet.is_valid():
        raise ValidationError([message for _, message in sheet.errors()])
    sheet.form.instance.with_person = held.person
    entry = actions.create(
        sheet=sheet, type=type, subject=held.child.home, by=by, now=now,
        submission=uuid5(held.pk, starts.isoformat()),
    )  # fmt: skip
    if weekly_until:
        again(entry=entry, weekly_until=weekly_until, by=by, now=now)
    return entry


def plan_step(*, record: FamilyTime, by, values: dict, now) -> DiaryEntry:
    """The shape of a step's `do`."""
    return plan(record=record, by=by, now=now, **values)
