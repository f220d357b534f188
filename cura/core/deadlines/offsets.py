"""How long after something a thing is due: pure, Europe/London in mind, UTC in and out.

Hours are elapsed hours, exact through both clock changes. Everything else counts local days, leaves
out the day on which the clock started, and ends with the last microsecond of the local day that it
reaches, so that the day which people read is the day that is meant and "in time" is `done <= due`.
A month that is shorter ends on its last day (31 January and a month is 28 or 29 February).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from cura.core.deadlines.calendar import Calendar
from cura.lib import london
from cura.lib.words import plural

INSTANT = timedelta(microseconds=1)


@lru_cache(maxsize=8192)
def end_of(day: date) -> datetime:
    """The last microsecond of a local day, in UTC."""
    return london.day_bounds(day)[1] - INSTANT


def moment_of(start: datetime | date) -> datetime:
    """When a clock starts: the moment itself, or for a bare date the local midnight it begins."""
    if isinstance(start, datetime):
        return start.astimezone(UTC)
    return london.day_bounds(start)[0]


def day_of(start: datetime | date) -> date:
    return london.local_date(start) if isinstance(start, datetime) else start


class Offset:
    """What all kinds share: `after(start, calendar)`, and `words` to say it to people."""

    counts_days = False  # whether the answer changes with the calendar

    def after(self, start: datetime | date, calendar: Calendar) -> datetime:
        """The moment, in UTC. A naive datetime is a ValueError."""
        return end_of(self.day(day_of(start), calendar))

    def before(self, start: datetime | date, calendar: Calendar) -> datetime:
        """So long before `start`, with the end of the day that it reaches."""
        return end_of(self.day(day_of(start), calendar, back=True))

    def day(self, start: date, calendar: Calendar, back: bool = False) -> date:
        raise NotImplementedError

    @property
    def words(self) -> str:
        raise NotImplementedError


@dataclass(frozen=True)
class Hours(Offset):
    count: int

    def after(self, start, calendar):
        return moment_of(start) + timedelta(hours=self.count)

    def before(self, start, calendar):
        return moment_of(start) - timedelta(hours=self.count)

    @property
    def words(self):
        return plural(self.count, "hour") if self.count else "at once"


@dataclass(frozen=True)
class Counted(Offset):
    """So many of something."""

    count: int
    one = ""

    @property
    def words(self):
        return plural(self.count, self.one)

    def signed(self, back: bool) -> int:
        return -self.count if back else self.count


class Days(Counted):
    one = "day"

    def day(self, start, calendar, back=False):
        return start + timedelta(days=self.signed(back))


class Weeks(Counted):
    one = "week"

    def day(self, start, calendar, back=False):
        return start + timedelta(weeks=self.signed(back))


class WorkingDays(Counted):
    one = "working day"
    counts_days = True

    def day(self, start, calendar, back=False):
        return calendar.add_working(start, self.signed(back))


class SchoolDays(Counted):
    one = "school day"
    counts_days = True

    def day(self, start, calendar, back=False):
        return calendar.add_school(start, self.signed(back))


@dataclass(frozen=True)
class Months(Counted):
    """`roll`: a last day at a weekend or on a bank holiday moves to the next working day."""

    roll: bool = False
    one = "month"

    @property
    def counts_days(self):
        return self.roll

    @property
    def words(self):
        rolls = ", or the next working day" if self.roll else ""
        return plural(self.count, "month") + rolls

    def day(self, start, calendar, back=False):
        reached = start + relativedelta(months=self.signed(back))
        return calendar.working_from(reached) if self.roll else reached


class Years(Counted):
    one = "year"

    def day(self, start, calendar, back=False):
        return start + relativedelta(years=self.signed(back))


@dataclass(frozen=True)
class MonthEnd(Offset):
    words = "by the end of the month"

    def day(self, start, calendar, back=False):
        return start + relativedelta(day=31)


@dataclass(frozen=True)
class YearEnd(Offset):
    words = "by the end of the year"

    def day(self, start, calendar, back=False):
        return date(start.year, 12, 31)


@dataclass(frozen=True)
class OnDay(Offset):
    """The day itself: what must be done by a date that is written down."""

    words = "on the day"

    def day(self, start, calendar, back=False):
        return start


@dataclass(frozen=True)
class Before(Offset):
    """So long before the moment, not after it."""

    offset: Offset

    @property
    def counts_days(self):
        return self.offset.counts_days

    @property
    def words(self):
        return f"{self.offset.words} before"

    def after(self, start, calendar):
        return self.offset.before(start, calendar)

    def before(self, start, calendar):
        return self.offset.after(start, calendar)


UNITS = {
    kind.one: kind for kind in (Days, WorkingDays, SchoolDays, Weeks, Months, Years)
} | {"hour": Hours}  # fmt: skip
WHOLE = {o.words: o for o in (Hours(0), MonthEnd(), YearEnd(), OnDay(), Months(1, roll=True))}


def read(words: str) -> Offset:
    """The offset that says itself so: the catalogue is written in these words. KeyError if none."""
    if words in WHOLE:
        return WHOLE[words]
    if words.endswith(" before"):
        return Before(read(words.removesuffix(" before")))
    count, _, unit = words.partition(" ")
    return of(int(count), unit.removesuffix("s"))


def of(count: int, unit: str) -> Offset:
    """`of(5, "working day")`: an interval as a home sets it."""
    return UNITS[unit](count)
