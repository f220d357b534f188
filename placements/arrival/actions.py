"""The only writer of a first day beside its report: begun, handed over, ticked, others heard."""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from cura.core.audit import log
from cura.core.deadlines.engine import sync
from cura.core.permissions import Permission as P
from cura.core.records import registry, snapshot
from cura.core.records.actions import lock, must_stand, require
from placements.arrival import reading
from placements.arrival.hours import STEPS
from placements.arrival.models import (
    Beside,
    FirstDay,
    FirstDayKeeper,
    FirstDayLine,
    HouseHeard,
    NamedInPack,
)
from residents.child.models import Child
from residents.child.workers import workers

State = FirstDayLine.State
SAME_ARRIVAL = timedelta(hours=12)


@transaction.atomic
def begin(*, child: Child, person, by, now: datetime) -> FirstDay:
    """A child comes to live here: her first 24 hours belong to `person`, who is on this shift.

    Asked twice for one arrival, it finds the first. `now` may be before she is through the door.
    """
    held = Child.objects.select_for_update().get(pk=child.pk)
    if first := reading.of_this_arrival(held, SAME_ARRIVAL):
        require(by, P.DAILY_WRITE, first)
        return first
    record = FirstDay(
        **FirstDay.under(held), author=by, created_at=now, happened_at=held.arrived_at
    )
    require(by, P.DAILY_WRITE, record)
    _works_here(person, record, now)
    record.save(force_insert=True)
    _keep(record, person, by, now)
    sync(record, now)
    whole = snapshot.whole(record, registry.of(record))
    log.wrote(record, "record.created", by=by, now=now, snapshot=whole)
    return record


def after_page(*, record: FirstDay, by, now: datetime) -> None:
    """A first day that was written on its own page belongs to whoever wrote it."""
    if reading.keeper(record) is None:
        _keep(record, by, by, now)


@transaction.atomic
def hand_over(*, first_day: FirstDay, person, by, now: datetime) -> FirstDayKeeper:
    """One tap: from now on it is hers. Who had it before stays named."""
    held = _open(first_day, by, now)
    last = reading.keeper(held)
    if last and last.person_id == person.pk:
        return last
    _works_here(person, held, now)
    return _keep(held, person, by, now)


@transaction.atomic
def tick(
    *,
    first_day: FirstDay,
    step: str,
    state: str,
    by,
    now: datetime,
    at: datetime | None = None,
    **answer,
) -> FirstDayLine:
    """One step is done, or not now and why. A second press, or a colleague's, finds the first;
    words that are new are always kept. `at` is when, when that was not now."""
    held = _open(first_day, by, now)
    at = at or now
    if at > now:
        raise ValidationError("This time has not come yet.", code="future")
    if step not in STEPS:
        raise ValidationError("There is no such step.", code="step")
    standing = reading.standing(held).get(step)
    if standing and _says_nothing_new(standing, state, answer):
        return standing
    row = FirstDayLine(
        first_day=held, child_id=held.child_id, step=step, state=state, at=at, **answer
    )
    return _add(row, held, "firstday.ticked", by, now)


@transaction.atomic
def take_back(*, line: FirstDayLine, by, now: datetime) -> FirstDayLine:
    """A wrong tap. It can still be read; the step is open again."""
    held = _open(line.first_day, by, now)
    standing = reading.standing(held).get(line.step)
    if standing is None:
        return line
    if standing.pk != line.pk:
        raise ValidationError("Somebody has written here since. Look again.", code="stale")
    row = FirstDayLine(
        first_day=held, child_id=held.child_id, step=line.step, state=State.NOT_YET, at=now
    )
    return _add(row, held, "firstday.ticked", by, now)


@transaction.atomic
def hear(*, first_day: FirstDay, by, now: datetime, **said) -> HouseHeard:
    """What the other children said, before or after. Two meetings are two rows."""
    held = _open(first_day, by, now)
    last = held.heard.filter(by=by, **said).first()
    if last:
        return last
    row = HouseHeard(first_day=held, **said)
    row.clean()
    return _add(row, held, "firstday.heard", by, now)


@transaction.atomic
def name_in_pack(*, first_day: FirstDay, child: Child, agrees: bool, by, now: datetime):
    """One who lives here says whether her first name may stand in the welcome pack."""
    held = _open(first_day, by, now)
    if child.pk == held.child_id or child.home_id != held.home_id or child.left_at:
        raise ValidationError("Only somebody else who lives here is asked.", code="who")
    last = held.named.filter(child=child).last()
    if last and last.agrees == agrees:
        return last
    row = NamedInPack(first_day=held, child=child, agrees=agrees)
    return _add(row, held, "firstday.named", by, now)


def _open(first_day: FirstDay, by, now: datetime) -> FirstDay:
    held = lock(first_day)
    require(by, P.DAILY_WRITE, held)
    must_stand(held)
    if not reading.takes_lines(held, now):
        raise ValidationError(
            "The first days are over. Write it in a daily note, or as key work.", code="over"
        )
    return held


def _works_here(person, record: FirstDay, now: datetime) -> None:
    if not workers(record.home, now).filter(pk=person.pk).exists():
        raise ValidationError(f"{person.first_name} does not work here now.", code="who")


def _says_nothing_new(standing: FirstDayLine, state: str, answer: dict) -> bool:
    known = all(not value or getattr(standing, name) == value for name, value in answer.items())
    return standing.state == state and known


def _keep(record: FirstDay, person, by, now: datetime) -> FirstDayKeeper:
    row = FirstDayKeeper(first_day=record, child_id=record.child_id, person=person)
    return _add(row, record, "firstday.handed", by, now)


def _add(row: Beside, held: FirstDay, action: str, by, now: datetime) -> Beside:
    row.home_id, row.by, row.written_at = held.home_id, by, now
    row.full_clean(exclude=("first_day", "child", "home", "by", "person"))
    row.save(force_insert=True)
    sync(held, now)
    log.wrote(row, action, by=by, now=now, snapshot={"columns": snapshot.columns(row)})
    return row
