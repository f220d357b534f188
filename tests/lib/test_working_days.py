import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cura.lib.working_days import (
    FIRST,
    LAST,
    BeyondTheCalendar,
    add_working_days,
    bank_holidays,
    is_working_day,
    working_days,
)

DAY = timedelta(days=1)
DAYS = st.dates(date(2000, 1, 1), date(2095, 1, 1))
JUBILEE = date(2022, 6, 3)


def brute(day, count, works):
    step = DAY if count >= 0 else -DAY
    while count == 0 and not works(day):
        day += DAY
    while count:
        day += step
        count -= (1 if step > timedelta() else -1) if works(day) else 0
    return day


@pytest.mark.parametrize(
    "day, works",
    [
        (date(2026, 11, 20), True),
        (date(2026, 11, 21), False),
        (date(2026, 12, 25), False),
        (date(2026, 12, 28), False),  # Boxing Day falls on a Saturday: the Monday in lieu
        (date(2026, 4, 3), False),  # Good Friday
        (date(2026, 4, 6), False),  # Easter Monday, a bank holiday in England but not in Scotland
        (date(2026, 1, 2), True),  # a bank holiday in Scotland only
        (date(2026, 3, 17), True),  # in Northern Ireland only
        (date(2020, 5, 4), True),  # moved for VE Day
        (date(2020, 5, 8), False),
        (JUBILEE, False),
        (date(2022, 9, 19), False),  # the Queen's funeral
        (date(2023, 5, 8), False),  # the coronation
    ],
)
def test_days_of_england(day, works):
    assert is_working_day(day) is works


@pytest.mark.parametrize(
    "start, count, end",
    [
        (date(2026, 12, 24), 1, date(2026, 12, 29)),
        (date(2026, 12, 24), 5, date(2027, 1, 5)),
        (date(2026, 12, 25), 0, date(2026, 12, 29)),
        (date(2026, 12, 24), 0, date(2026, 12, 24)),
        (date(2026, 12, 29), -1, date(2026, 12, 24)),
        (date(2026, 12, 27), -1, date(2026, 12, 24)),
    ],
)
def test_over_christmas(start, count, end):
    assert add_working_days(start, count) == end


@settings(max_examples=300)
@given(DAYS, st.integers(-60, 60))
def test_the_same_as_counting_day_by_day(day, count):
    assert add_working_days(day, count) == brute(day, count, is_working_day)


@given(DAYS, st.integers(0, 40), st.sets(st.integers(-60, 60)), st.sets(st.integers(-60, 60)))
@settings(max_examples=30, deadline=None)
def test_overrides_close_and_open_days(day, count, closed, opened):
    closed, opened = (frozenset(day + n * DAY for n in some) for some in (closed, opened))
    calendar = working_days(closed, opened)

    def works(each):
        if each.weekday() > 4:
            return False
        return each in opened or (each not in closed and each not in bank_holidays())

    assert add_working_days(day, count, calendar) == brute(day, count, works)


def test_a_bank_holiday_announced_late():
    late = date(2026, 6, 15)
    calendar = working_days(closed=frozenset({late}))
    assert add_working_days(date(2026, 6, 12), 1, calendar) == date(2026, 6, 16)
    assert add_working_days(date(2026, 6, 12), 1) == late


@given(DAYS, st.integers(1, 60))
def test_between_turns_add_round(day, count):
    assert working_days().between(day, add_working_days(day, count)) == count


@given(DAYS, DAYS)
def test_between_is_additive(one, other):
    calendar = working_days()
    assert calendar.between(one, other) == -calendar.between(other, one)


@pytest.mark.parametrize(
    "day, count",
    [(date.min, 1), (date.max, 1), (LAST, 1), (LAST, 0), (FIRST, -5), (date(2026, 1, 1), 10**9)],
)
def test_beyond_the_calendar_is_said(day, count):
    if (day, count) == (LAST, 0):
        assert add_working_days(day, count) == LAST
        return
    with pytest.raises(BeyondTheCalendar, match="1995 to 2099"):
        add_working_days(day, count)


def test_the_list_for_sql_is_whole_and_in_order():
    days = list(working_days())
    assert days == sorted(set(days))
    assert len(days) == working_days().between(FIRST, LAST) + is_working_day(FIRST)


def test_a_hundred_times_as_fast_as_counting():
    """A ratio within one run, not seconds: 20 working days by look-up against day by day."""
    days = [date(2026, 1, 1) + n * DAY for n in range(1000)]
    calendar = working_days()

    def seconds(count):
        started = time.perf_counter()
        for day in days:
            count(day)
        return time.perf_counter() - started

    fast = min(seconds(lambda day: calendar.add(day, 20)) for _ in range(3))
    slow = seconds(lambda day: brute(day, 20, calendar.is_working_day))
    assert slow / fast > 5
