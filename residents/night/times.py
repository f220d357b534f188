"""When checks are due in one night. Real time passes: one autumn night is an hour longer."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from cura.lib import london
from residents.hours import next_time, on_day
from residents.night.models import NightCheckPlan

EARLY = timedelta(minutes=10)  # a look ten minutes before it is due is that look
LATE = timedelta(minutes=15)
NOON = time(12)
MOST = 300  # every five minutes for a long night of 25 hours


@dataclass(frozen=True)
class Span:
    """One night of one plan, from the first check to the last."""

    start: datetime
    end: datetime


def night_of(moment: datetime) -> date:
    """The night that a moment belongs to, by its evening: until noon it is yesterday's."""
    here = london.local(moment)
    return here.date() if here.time() >= NOON else here.date() - london.DAY


def span(plan: NightCheckPlan, night: date) -> Span | None:
    """From and until of the plan in this night; None when the plan does not hold then.

    A time before noon means the morning after: "from 00:30" on Sunday's night is Monday 00:30.
    """
    if not plan.first_night <= night <= plan.last_night:
        return None
    day = night if plan.from_time >= NOON else night + london.DAY
    start = on_day(day, plan.from_time)
    return Span(start, next_time(start, plan.to_time))


def due_times(plan: NightCheckPlan, night: date) -> list[datetime]:
    """Each time at which somebody looks in, in UTC. None after the plan was ended."""
    held = span(plan, night)
    if held is None:
        return []
    every = timedelta(minutes=plan.every_minutes)
    found, at = [], held.start
    while at <= held.end and len(found) < MOST:
        if plan.ended_at is None or at < plan.ended_at:
            found.append(at)
        at += every
    return found


def early(plan: NightCheckPlan) -> timedelta:
    """How much before its time a look counts: never more than half way to the next."""
    return min(EARLY, timedelta(minutes=plan.every_minutes) / 2)


def is_past(plan: NightCheckPlan, due: datetime, now: datetime) -> bool:
    """Whether the time of the next look has come too."""
    return now >= due + timedelta(minutes=plan.every_minutes)


def is_late(due: datetime, seen: datetime) -> bool:
    return seen - due > LATE
