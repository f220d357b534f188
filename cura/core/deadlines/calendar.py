"""Which days count: working days of England with the overrides that stand, and school days.

School days differ from school to school (Education Act 1996 s. 579). `terms` are handed in by who
knows them. Without any, every working day counts as a school day, which is never too late.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache

from cura.core.accounts.home import BankHolidayOverride
from cura.lib import working_days
from cura.lib.working_days import BeyondTheCalendar, WorkingDays

Term = tuple[date, date]  # first and last day
NO_DAYS: frozenset[date] = frozenset()


@dataclass(frozen=True)
class Calendar:
    """`closed` and `opened` are bank holidays added and taken away; `inset`: days of a term
    without pupils. Two calendars of the same days are equal, and `key` says so in a row."""

    closed: frozenset[date] = NO_DAYS
    opened: frozenset[date] = NO_DAYS
    terms: tuple[Term, ...] = ()
    inset: frozenset[date] = NO_DAYS

    @cached_property
    def working(self) -> WorkingDays:
        return working_days.working_days(self.closed, self.opened)

    @cached_property
    def key(self) -> str:
        days = (sorted(self.closed), sorted(self.opened), self.terms, sorted(self.inset))
        return repr(days)

    def add_working(self, day: date, count: int) -> date:
        return self.working.add(day, count) if count else self.working_from(day)

    def working_from(self, day: date) -> date:
        """This day, or the next working day."""
        return self.working.add(day, 0)

    def is_school_day(self, day: date) -> bool:
        if not self.working.is_working_day(day) or day in self.inset:
            return False
        return not self.terms or any(first <= day <= last for first, last in self.terms)

    def add_school(self, day: date, count: int) -> date:
        """The `count`-th school day after `day` (before it if negative).

        Raises BeyondTheCalendar when the terms that are known end before it.
        """
        step, left = timedelta(days=1 if count >= 0 else -1), abs(count)
        if not left and self.is_school_day(day):
            return day
        left = left or 1
        while left:
            day += step
            if self.terms and not self._first <= day <= self._last:
                raise BeyondTheCalendar
            left -= self.is_school_day(day)
        return day

    @cached_property
    def _first(self) -> date:
        return min(first for first, _ in self.terms)

    @cached_property
    def _last(self) -> date:
        return max(last for _, last in self.terms)


@lru_cache(maxsize=16)
def calendar(closed: frozenset[date] = NO_DAYS, opened: frozenset[date] = NO_DAYS) -> Calendar:
    return Calendar(closed, opened)


ENGLAND = calendar()


def current() -> Calendar:
    """England with the overrides that stand now. One query."""
    rows = BankHolidayOverride.objects.values_list("day", "is_holiday")
    days = {True: set(), False: set()}
    for day, is_holiday in rows:
        days[is_holiday].add(day)
    return calendar(frozenset(days[True]), frozenset(days[False]))
