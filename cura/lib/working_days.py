"""Working days of England: Monday to Friday without bank holidays.

The list is made once and then only looked up: a hundred times as fast as asking a library for each
day. A bank holiday that is announced late, or moved, comes in as an override (`closed`, `opened`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, lru_cache

from holidays.countries.united_kingdom import UnitedKingdom

FIRST, LAST = date(1995, 1, 1), date(2099, 12, 31)
SATURDAY = 5
NO_DAYS: frozenset[date] = frozenset()


class BeyondTheCalendar(ValueError):
    """A day for which no bank holidays are known."""

    def __init__(self):
        super().__init__(f"Working days are known from {FIRST.year} to {LAST.year} only.")


class WorkingDays:
    def __init__(self, closed: frozenset[date] = NO_DAYS, opened: frozenset[date] = NO_DAYS):
        self._off = (bank_holidays().keys() | closed) - opened
        span = (LAST - FIRST).days + 1
        every_day = (FIRST + timedelta(days=n) for n in range(span))
        self._days = [day for day in every_day if self.is_working_day(day)]

    def is_working_day(self, day: date) -> bool:
        _check(day)
        return day.weekday() < SATURDAY and day not in self._off

    def add(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`, which itself is not counted; before it if
        negative. 0 is the day itself, or the next working day.
        """
        _check(day)
        place = bisect_right(self._days, day) - 1 if count > 0 else bisect_left(self._days, day)
        if not 0 <= place + count < len(self._days):
            raise BeyondTheCalendar
        return self._days[place + count]

    def between(self, start: date, end: date) -> int:
        """How many working days lie after `start`, up to and with `end`."""
        _check(start)
        _check(end)
        return bisect_right(self._days, end) - bisect_right(self._days, start)

    def __iter__(self) -> Iterator[date]:
        """Every working day in order, to fill a table that SQL can join."""
        return iter(self._days)


@cache
def bank_holidays() -> dict[date, str]:
    """Day and name, from FIRST to LAST, with the days in lieu."""
    england = UnitedKingdom(subdiv="ENG", years=range(FIRST.year, LAST.year + 1))
    return dict(sorted(england.items()))


@lru_cache(maxsize=16)
def working_days(
    closed: frozenset[date] = NO_DAYS, opened: frozenset[date] = NO_DAYS
) -> WorkingDays:
    """The calendar with these overrides; the same overrides give the same calendar."""
    return WorkingDays(closed, opened)


def is_working_day(day: date, calendar: WorkingDays | None = None) -> bool:
    return (calendar or working_days()).is_working_day(day)


def add_working_days(day: date, count: int, calendar: WorkingDays | None = None) -> date:
    """See WorkingDays.add. Raises BeyondTheCalendar."""
    return (calendar or working_days()).add(day, count)


def _check(day):
    if not FIRST <= day <= LAST:
        raise BeyondTheCalendar
