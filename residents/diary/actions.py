"""One entry made into several: for other children, for each week until a day."""

from datetime import date, datetime, timedelta
from uuid import uuid5

from django.core.exceptions import ValidationError
from django.db import transaction

from cura.core.records import actions, present, registry
from cura.core.records.sheet import Sheet
from cura.lib import london
from residents.diary.models import DiaryEntry

WEEK = timedelta(days=7)


@transaction.atomic
def again(*, entry: DiaryEntry, children=(), weekly_until: date | None = None, by, now) -> list:
    """The same for each of these children, each week up to and with `weekly_until`, in one go.

    Local time stays: eleven o'clock is eleven o'clock when the clocks have changed. Pressing twice
    makes nothing twice. Returns the entries made.
    """
    whom = [entry.child, *(c for c in children if c.pk != entry.child_id)]
    starts = _weeks(entry.happened_at, weekly_until)
    made = []
    for number, start in enumerate(starts):
        for child in whom:
            if number or child != entry.child:
                made.append(_copy(entry, child, start, by, now))
    return made


def _weeks(start: datetime, until: date | None) -> list[datetime]:
    found, at = [start], start
    while until:
        local = london.local(at).replace(tzinfo=None, fold=0) + WEEK
        if local.date() > until:
            break
        at = _moment(local)
        found.append(at)
    return found


def _moment(local: datetime) -> datetime:
    try:
        return london.to_utc(local)
    except london.NoSuchLocalTime as gap:
        return london.to_utc(gap.after)


def _copy(entry: DiaryEntry, child, start: datetime, by, now) -> DiaryEntry:
    type = registry.of(DiaryEntry)
    body = present.as_posted(type, entry)
    body["happened_at"] = [start.isoformat()]
    body["children"] = [str(child.pk)] if child else []
    sheet = Sheet.build(type, subject=entry.home, user=by, data=body, now=now)
    if not sheet.is_valid():
        raise ValidationError([message for _, message in sheet.errors()])
    if child == entry.child:
        sheet.form.instance.with_person = entry.with_person
    return actions.create(
        sheet=sheet, type=type, subject=entry.home, by=by, now=now,
        submission=uuid5(entry.pk, f"{child.pk if child else ''} {start.isoformat()}"),
    )  # fmt: skip


def again_step(*, record: DiaryEntry, by, values: dict, now) -> list:
    """The shape of a step's `do`."""
    actions.must_stand(record)
    return again(entry=record, by=by, now=now, **values)
