"""When a paper is asked for again, and who is asked then. Working hours only: nobody at a council
reads a mail on a bank holiday, and it would be counted as an asking."""

from datetime import date, datetime, time

from cura.core.deadlines.calendar import Calendar
from cura.lib import london
from placements.papers.models import ChaseRhythm

# Working days after the first asking. Then every so many days the last rung, up to the most.
DAYS = (1, 3, 5, 8, 12)
AFTER_THAT = 5
MOST_ASKS = 10  # then a person decides: ring, write to somebody else, or do without
HOUR = time(9, 30)
# Who is asked at which chase (0 is the first asking): the same person, then up.
SAME, MANAGER, HEAD = "same", "manager", "head"
RUNGS = (SAME, SAME, SAME, SAME, MANAGER, HEAD)


def days_of(homes) -> dict:
    """What each of these homes has set, the newest; others have the days above. One query."""
    rows = ChaseRhythm.objects.filter(home__in=homes).order_by("id")
    return {row.home_id: tuple(row.days) for row in rows}


def next_at(first: datetime, asks: int, days: tuple[int, ...], calendar: Calendar):
    """When it is asked for again after `asks` askings; None when a person must decide."""
    if asks >= MOST_ASKS:
        return None
    chase = asks - 1
    beyond = max(chase - len(days) + 1, 0)
    count = days[min(chase, len(days) - 1)] + beyond * AFTER_THAT
    return _morning(calendar.add_working(london.local_date(first), count))


def after(day: date, calendar: Calendar) -> datetime:
    """The first time to ask for what was due on this day."""
    return _morning(calendar.add_working(day, 1))


def _morning(day: date) -> datetime:
    return london.to_utc(datetime.combine(day, HOUR))


def rung(asks: int) -> str:
    """Whom the next asking goes to, after `asks` askings."""
    return RUNGS[min(asks, len(RUNGS) - 1)]


def is_time(now: datetime, calendar: Calendar) -> bool:
    """Whether today is a day on which somebody reads mail (an announced holiday counts)."""
    return calendar.working.is_working_day(london.local_date(now))
