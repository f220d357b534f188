"""The papers themselves: one record each, made as its own page makes it."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta
from django.core.exceptions import ValidationError

from cura.core.deadlines import calendar as calendars
from cura.core.deadlines.calendar import Calendar
from cura.core.records import actions, registry
from cura.core.records.sheet import Sheet
from cura.lib import london
from placements.papers import rhythm
from placements.papers.kinds import KINDS, Kind
from placements.papers.models import Paper
from placements.papers.writing import change, stands
from placements.referral.models import Referral
from residents.child.models import Child


def make(*, referral: Referral | None, child: Child | None, kinds: Iterable[str], by, now):
    """A paper for each of these kinds, those that stand already among them. Three monthly reports
    are three papers, each with its month."""
    subject = child or referral
    if subject is None:
        raise ValueError("A paper is about a child or a referral.")
    there: dict[tuple, Paper] = {}
    for about in filter(None, (child, referral)):
        there |= {(p.kind, p.name): p for p in Paper.objects.of(about).wanted()}
    calendar, found = calendars.current(), []
    for kind in (KINDS[key] for key in dict.fromkeys(kinds)):
        for name in _names(kind, now):
            paper = there.get((kind.key, name))
            found.append(paper or _made(kind, name, subject, referral, child, by, now, calendar))
    return found


def expect(*, child: Child, referral: Referral | None = None, by, now: datetime) -> list[Paper]:
    """What the law gives others a time for is counted from her first day, before anybody asks. It
    is asked for by itself on the working day after it was due: of those who asked for her (the
    `referral`) while nobody else is known."""
    age = london.age(child.born, london.local_date(now))
    kinds = [k.key for k in KINDS.values() if k.duty and age >= k.from_age]
    calendar, papers = (
        calendars.current(),
        make(referral=referral, child=child, kinds=kinds, by=by, now=now),
    )
    for paper in papers:
        if not paper.first_asked_at and not paper.next_chase_at and not paper.received_at:
            change(
                paper,
                next_chase_at=rhythm.after(max(paper.wanted_by, london.local_date(now)), calendar),
            )
            stands(paper, by=by, now=now)
    return papers


def _names(kind: Kind, now: datetime) -> list[str]:
    """Of what comes monthly, the months before this one, the last first."""
    if kind.count == 1:
        return [""]
    first = london.local_date(now).replace(day=1)
    months = (first - relativedelta(months=n) for n in range(1, kind.count + 1))
    return [f"{london.MONTHS[month.month - 1]} {month.year}" for month in months]


def _made(kind: Kind, name: str, subject, referral, child, by, now, calendar: Calendar) -> Paper:
    type = registry.of(Paper)
    body = {
        "kind": [kind.key], "name": [name], "owed_by": [kind.owes],
        "before_door": ["on"] if kind.before else [], "happened_at": [now.isoformat()],
        "child": [str(child.pk)] if child else [],
    }  # fmt: skip
    sheet = Sheet.build(type, subject=subject.home, user=by, data=body, now=now)
    sheet.form.instance.referral = referral
    if not sheet.is_valid():
        raise ValidationError([message for _, message in sheet.errors()])
    return actions.create(sheet=sheet, type=type, subject=subject.home, by=by, now=now)


def begin(*, record: Paper, by, now: datetime) -> None:
    """What follows from a paper that was made or changed: by when we want it, and its clock.
    The shape of a record type's `after`."""
    calendar = calendars.current()
    if record.child_id:
        columns = start(record.of_kind, record.child, record.happened_at, calendar)
    else:
        columns = {"wanted_by": _before_the_door(record, calendar)}
    if any(getattr(record, name) != value for name, value in columns.items()):
        for name, value in columns.items():
            setattr(record, name, value)
        record.save(update_fields=list(columns))


def start(kind: Kind, child: Child, asked_at: datetime, calendar: Calendar) -> dict:
    """When its clock began, and by when it is wanted."""
    began = _began(kind, child)
    day = london.local_date(began or asked_at)
    return {"counts_from": began, "wanted_by": calendar.add_working(day, kind.days)}


def _began(kind: Kind, child: Child) -> datetime | None:
    if kind.counts == "placement":
        return child.arrived_at
    since = child.looked_after_on
    if kind.counts == "looked_after":
        return london.day_bounds(since)[0] if since else child.arrived_at
    if kind.counts == "sixteen":
        sixteen = child.born + relativedelta(years=16)
        return london.day_bounds(max(sixteen, since or sixteen))[0]
    return None


def _before_the_door(paper: Paper, calendar: Calendar) -> date | None:
    """Before she comes, when that is known; else so many working days from when we first asked."""
    referral = paper.referral
    if paper.before_door and referral.planned_arrival:
        return london.local_date(referral.planned_arrival) - timedelta(days=1)
    return calendar.add_working(london.local_date(paper.happened_at), paper.of_kind.days)
