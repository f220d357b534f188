"""How long after: tables for every kind of offset, then chance against a loop over the days."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cura.core.deadlines.calendar import ENGLAND, Calendar
from cura.core.deadlines.offsets import (
    Before,
    Days,
    Hours,
    MonthEnd,
    Months,
    OnDay,
    SchoolDays,
    Weeks,
    WorkingDays,
    YearEnd,
    Years,
    end_of,
    of,
    read,
)  # fmt: skip
from cura.lib import london

TERM = Calendar(
    terms=((date(2026, 9, 3), date(2026, 10, 23)), (date(2026, 11, 2), date(2026, 12, 18))),
    inset=frozenset({date(2026, 11, 2)}),
)


def at(text: str) -> datetime:
    return london.to_utc(datetime.fromisoformat(text))


def last_of(text: str) -> datetime:
    """The last microsecond of that day in London, reckoned apart from the code under test."""
    day = date.fromisoformat(text) + timedelta(days=1)
    return at(f"{day}T00:00") - timedelta(microseconds=1)


HOURS = (
    # a plain day, both clock changes (23 and 25 hours of clock), the last minute, leap day
    (Hours(24), "2026-06-10T14:30", "2026-06-11T14:30"),
    (Hours(24), "2026-03-28T14:30", "2026-03-29T15:30"),
    (Hours(24), "2026-10-24T14:30", "2026-10-25T13:30"),
    (Hours(48), "2026-12-24T23:59", "2026-12-26T23:59"),
    (Hours(120), "2028-02-26T23:59", "2028-03-02T23:59"),
    (Hours(72), "2026-04-03T00:00", "2026-04-06T00:00"),
    (Hours(0), "2026-06-10T14:30", "2026-06-10T14:30"),
    (Before(Hours(16)), "2026-06-10T14:30", "2026-06-09T22:30"),
    (Before(Hours(24)), "2026-10-25T14:30", "2026-10-24T15:30"),
)
DAYS = (
    (Days(7), "2026-06-10T00:00", "2026-06-17"),
    (Days(7), "2026-06-10T23:59", "2026-06-17"),
    (Days(1), "2026-03-28T23:59", "2026-03-29"),
    (Days(1), "2026-10-24T23:59", "2026-10-25"),
    (Days(1), "2028-02-28T12:00", "2028-02-29"),
    (Days(28), "2026-12-20T12:00", "2027-01-17"),
    (Before(Days(2)), "2026-03-30T10:00", "2026-03-28"),
    (Weeks(6), "2026-02-20T10:00", "2026-04-03"),
    (Weeks(1), "2028-02-26T23:59", "2028-03-04"),
    (Before(Weeks(2)), "2026-11-05T10:00", "2026-10-22"),
    (WorkingDays(1), "2026-04-02T09:00", "2026-04-07"),  # before Good Friday: Tuesday
    (WorkingDays(1), "2026-04-03T09:00", "2026-04-07"),  # on Good Friday
    (WorkingDays(5), "2026-12-23T23:59", "2027-01-04"),  # 28 December in lieu, New Year
    (WorkingDays(10), "2026-05-01T10:00", "2026-05-18"),  # the May bank holiday
    (WorkingDays(1), "2026-03-27T23:59", "2026-03-30"),  # over the clock change
    (WorkingDays(1), "2026-10-23T23:59", "2026-10-26"),
    (WorkingDays(1), "2028-02-28T10:00", "2028-02-29"),
    (Before(WorkingDays(5)), "2026-04-08T10:00", "2026-03-30"),
    (Months(1), "2026-01-31T10:00", "2026-02-28"),
    (Months(1), "2028-01-31T23:59", "2028-02-29"),
    (Months(3), "2026-11-30T10:00", "2027-02-28"),
    (Months(6), "2026-08-31T23:59", "2027-02-28"),
    (Months(1), "2026-02-28T10:00", "2026-03-28"),
    (Before(Months(1)), "2026-03-31T10:00", "2026-02-28"),
    (Months(1, roll=True), "2026-03-03T10:00", "2026-04-07"),  # Good Friday rolls past Easter
    (Months(1, roll=True), "2026-11-25T10:00", "2026-12-29"),  # Christmas rolls past its lieu day
    (Months(1, roll=True), "2026-06-10T10:00", "2026-07-10"),
    (Years(1), "2028-02-29T10:00", "2029-02-28"),
    (Years(4), "2024-02-29T23:59", "2028-02-29"),
    (Years(75), "2011-05-04T00:00", "2086-05-04"),
    (Before(Years(1)), "2028-02-29T10:00", "2027-02-28"),
    (MonthEnd(), "2026-02-01T00:00", "2026-02-28"),
    (MonthEnd(), "2028-02-29T23:59", "2028-02-29"),
    (MonthEnd(), "2026-03-28T10:00", "2026-03-31"),
    (MonthEnd(), "2026-10-31T23:59", "2026-10-31"),
    (YearEnd(), "2026-01-01T00:00", "2026-12-31"),
    (YearEnd(), "2026-12-31T23:59", "2026-12-31"),
    (OnDay(), "2026-10-25T00:30", "2026-10-25"),
    (OnDay(), "2026-03-29T23:59", "2026-03-29"),
)


def said(value) -> str:
    return getattr(value, "words", str(value))


@pytest.mark.parametrize("offset,start,due", HOURS, ids=said)
def test_hours_are_elapsed(offset, start, due):
    assert offset.after(at(start), ENGLAND) == at(due)


@pytest.mark.parametrize("offset,start,due", DAYS, ids=said)
def test_all_else_ends_with_its_local_day(offset, start, due):
    assert offset.after(at(start), ENGLAND) == last_of(due)


@pytest.mark.parametrize("offset,start,due", DAYS, ids=said)
def test_a_bare_date_counts_as_that_day(offset, start, due):
    assert offset.after(date.fromisoformat(start[:10]), ENGLAND) == last_of(due)


def test_hours_from_a_bare_date_count_from_its_midnight():
    assert Hours(24).after(date(2026, 3, 29), ENGLAND) == at("2026-03-30T01:00")


@pytest.mark.parametrize(
    "count,start,due",
    [
        (1, "2026-10-23", "2026-11-03"),  # over half term and the inset day
        (20, "2026-09-03", "2026-10-01"),
        (5, "2026-12-11", "2026-12-18"),
        (-1, "2026-11-03", "2026-10-23"),
    ],
)
def test_school_days_are_those_of_the_terms(count, start, due):
    assert TERM.add_school(date.fromisoformat(start), count) == date.fromisoformat(due)


def test_beyond_the_terms_that_are_known_nobody_guesses():
    with pytest.raises(ValueError, match="known"):
        SchoolDays(6).after(date(2026, 12, 14), TERM)


def test_without_terms_each_working_day_counts_so_that_it_is_never_too_late():
    start = date(2026, 4, 1)
    assert SchoolDays(3).after(start, ENGLAND) == WorkingDays(3).after(start, ENGLAND)


def test_a_bank_holiday_that_is_announced_moves_what_counts_working_days():
    crowned = Calendar(closed=frozenset({date(2026, 6, 12)}))
    start = at("2026-06-11T10:00")
    assert WorkingDays(1).after(start, ENGLAND) == last_of("2026-06-12")
    assert WorkingDays(1).after(start, crowned) == last_of("2026-06-15")
    assert WorkingDays(1).counts_days and not Days(1).counts_days
    assert Before(WorkingDays(1)).counts_days and Months(1, roll=True).counts_days


@pytest.mark.parametrize(
    "words",
    ["24 hours", "1 hour", "at once", "5 working days", "20 school days", "6 weeks", "12 months",
     "5 years", "7 days", "1 month before", "5 working days before", "on the day",
     "by the end of the month", "by the end of the year", "1 month, or the next working day"],
)  # fmt: skip
def test_an_offset_says_itself_in_the_words_that_it_is_read_from(words):
    assert read(words).words == words


# ---- chance against a loop over the days ----------------------------------------------------
MOMENTS = st.datetimes(datetime(1999, 1, 1), datetime(2060, 12, 31), timezones=st.just(UTC))
STEP = timedelta(days=1)


def looped(start: date, count: int, counts) -> date:
    step = STEP if count > 0 else -STEP
    while count:
        start += step
        count -= (count > 0) - (count < 0) if counts(start) else 0
    return start


def month_later(day: date, months: int) -> date:
    """The same day of a later month, or the last that it has."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number in range(day.day, 27, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return date(year, month + 1, day.day)


@given(MOMENTS, st.integers(1, 60))
def test_days_and_weeks_as_a_loop_counts_them(start, count):
    here = london.local_date(start)
    every_day = looped(here, count, lambda day: True)
    assert Days(count).after(start, ENGLAND) == end_of(every_day)
    if count % 7 == 0:
        assert Weeks(count // 7).after(start, ENGLAND) == end_of(every_day)


@given(MOMENTS, st.integers(1, 60), st.booleans())
def test_working_and_school_days_as_a_loop_counts_them(start, count, back):
    here, signed = london.local_date(start), -count if back else count
    reached = looped(here, signed, ENGLAND.working.is_working_day)
    for kind in (WorkingDays, SchoolDays):
        offset = Before(kind(count)) if back else kind(count)
        assert offset.after(start, ENGLAND) == end_of(reached)


@given(MOMENTS, st.integers(1, 40))
def test_months_and_years_as_a_loop_counts_them(start, count):
    here = london.local_date(start)
    assert Months(count).after(start, ENGLAND) == end_of(month_later(here, count))
    assert Years(count).after(start, ENGLAND) == end_of(month_later(here, 12 * count))
    rolled = Months(count, roll=True).after(start, ENGLAND)
    assert rolled == end_of(ENGLAND.working_from(month_later(here, count)))


@given(MOMENTS)
def test_ends_of_month_and_year_as_a_loop_finds_them(start):
    day = last = london.local_date(start)
    while (last + STEP).month == day.month:
        last += STEP
    assert MonthEnd().after(start, ENGLAND) == end_of(last)
    while (last + STEP).year == day.year:
        last += STEP
    assert YearEnd().after(start, ENGLAND) == end_of(last)
    assert OnDay().after(start, ENGLAND) == end_of(day)


@given(MOMENTS, st.sampled_from(["day", "working day", "school day", "week", "month", "year"]))
def test_the_end_of_a_day_is_that_day_and_the_next_microsecond_is_not(start, unit):
    due = of(3, unit).after(start, ENGLAND)
    following = london.local_date(due + timedelta(microseconds=1))
    assert following == london.local_date(due) + STEP
    assert due > start


@given(MOMENTS, st.integers(0, 500))
def test_hours_there_and_back(start, count):
    due = Hours(count).after(start, ENGLAND)
    assert due - start == timedelta(hours=count)
    assert Before(Hours(count)).after(due, ENGLAND) == start
