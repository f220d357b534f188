from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cura.lib import london
from cura.lib.london import LONDON, NoSuchLocalTime

NOW = datetime(2026, 11, 22, 18, 10, tzinfo=UTC)
A_CENTURY = st.datetimes(datetime(1972, 1, 1), datetime(2072, 1, 1))


def test_summer_and_winter():
    assert london.to_utc(datetime(2026, 7, 1, 0, 30)) == datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    assert london.to_utc(datetime(2026, 1, 1, 0, 30)) == datetime(2026, 1, 1, 0, 30, tzinfo=UTC)


def test_the_october_hour_comes_twice():
    half_past_one = datetime(2026, 10, 25, 1, 30)
    assert london.is_twice(half_past_one)
    first, second = london.to_utc(half_past_one), london.to_utc(half_past_one, fold=1)
    assert (
        first == london.to_utc(half_past_one, fold=0) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    )
    assert second - first == timedelta(hours=1)
    assert london.words(first) == "Sun 25 Oct 2026, 01:30 (before the clocks went back)"
    assert london.words(second) == "Sun 25 Oct 2026, 01:30 (after the clocks went back)"


def test_the_march_hour_never_comes():
    with pytest.raises(NoSuchLocalTime) as refused:
        london.to_utc(datetime(2026, 3, 29, 1, 30))
    assert "00:30" in str(refused.value)
    assert "02:30" in str(refused.value)
    assert refused.value.before == datetime(2026, 3, 29, 0, 30)
    assert refused.value.after == datetime(2026, 3, 29, 2, 30)
    assert not london.is_twice(datetime(2026, 3, 29, 1, 30))


@pytest.mark.parametrize("hour, minute", [(0, 59), (2, 0)])
def test_the_edges_of_the_march_hour_exist(hour, minute):
    london.to_utc(datetime(2026, 3, 29, hour, minute))


@pytest.mark.parametrize(
    "hour, minute, twice", [(0, 59, False), (1, 0, True), (1, 59, True), (2, 0, False)]
)
def test_the_edges_of_the_october_hour(hour, minute, twice):
    assert london.is_twice(datetime(2026, 10, 25, hour, minute)) is twice


@given(A_CENTURY, st.sampled_from([None, 0, 1]))
def test_there_and_back(naive, fold):
    try:
        moment = london.to_utc(naive, fold)
    except NoSuchLocalTime as gap:
        assert (naive.month, naive.hour) == (3, 1)
        assert gap.before + timedelta(hours=1) == naive == gap.after - timedelta(hours=1)
    else:
        assert moment.tzinfo is UTC
        back = moment.astimezone(LONDON)
        assert back.replace(tzinfo=None, fold=0) == naive
        if london.is_twice(naive):
            assert (back.month, back.hour, back.fold) == (10, 1, fold or 0)


@given(st.dates(date(1972, 1, 1), date(2072, 1, 1)))
def test_days_join_and_hold_their_own_moments(day):
    start, end = london.day_bounds(day)
    assert end == london.day_bounds(day + timedelta(days=1))[0]
    assert (end - start) // timedelta(hours=1) in (23, 24, 25)
    assert london.local_date(start) == london.local_date(end - timedelta(microseconds=1)) == day


def test_the_days_when_the_clocks_change():
    def hours(day):
        start, end = london.day_bounds(day)
        return (end - start) / timedelta(hours=1)

    assert hours(date(2026, 3, 29)) == 23
    assert hours(date(2026, 10, 25)) == 25


@pytest.mark.parametrize("moment", [datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59)])
def test_the_ends_of_the_calendar_do_not_break(moment):
    assert london.local(london.to_utc(moment)).replace(tzinfo=None) == moment


def test_zones_are_never_guessed():
    with pytest.raises(ValueError):
        london.to_utc(NOW)
    with pytest.raises(ValueError):
        london.local(datetime(2026, 1, 1))


def test_words():
    assert london.words(NOW) == "Sun 22 Nov 2026, 18:10"
    assert london.words(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == "Thu 2 Jul 2026, 00:30"
    assert london.clock(NOW) == "18:10"
    assert london.day_words(date(2026, 2, 1)) == "Sun 1 Feb 2026"


@pytest.mark.parametrize(
    "hours, said",
    [
        (0, "18:10"),
        (-18, "00:10"),
        (-19, "yesterday 23:10"),
        (-48, "Fri 20 Nov, 18:10"),
        (24, "tomorrow 18:10"),
        (-24 * 365, "Sat 22 Nov 2025, 18:10"),
    ],
)
def test_short(hours, said):
    assert london.short(NOW + timedelta(hours=hours), NOW) == said


@pytest.mark.parametrize(
    "gone, said",
    [
        (timedelta(seconds=59), "just now"),
        (timedelta(seconds=-59), "just now"),
        (timedelta(seconds=60), "1 minute ago"),
        (timedelta(minutes=12, seconds=59), "12 minutes ago"),
        (timedelta(minutes=119), "1 hour ago"),
        (timedelta(hours=23, minutes=59), "23 hours ago"),
        (timedelta(hours=24), "1 day ago"),
        (timedelta(days=13), "13 days ago"),
        (timedelta(days=14), "2 weeks ago"),
        (timedelta(days=214), "7 months ago"),
        (timedelta(minutes=-12), "in 12 minutes"),
    ],
)
def test_ago(gone, said):
    assert london.ago(NOW - gone, NOW) == said


@pytest.mark.parametrize(
    "since, until, said",
    [
        (date(2026, 4, 22), date(2026, 11, 22), "7 months"),
        (date(2026, 4, 23), date(2026, 11, 22), "6 months"),
        (date(2025, 11, 22), date(2026, 11, 22), "1 year"),
        (date(2025, 9, 22), date(2026, 11, 22), "1 year and 2 months"),
        (date(2026, 11, 1), date(2026, 11, 22), "3 weeks"),
        (date(2026, 11, 21), date(2026, 11, 22), "1 day"),
        (date(2026, 11, 22), date(2026, 11, 22), "less than a day"),
        (datetime(2026, 4, 21, 23, 30, tzinfo=UTC), date(2026, 11, 22), "7 months"),
    ],
)
def test_how_long(since, until, said):
    assert london.how_long(since, until) == said


@pytest.mark.parametrize(
    "on, years",
    [
        (date(2024, 2, 28), 11),
        (date(2024, 2, 29), 12),
        (date(2026, 2, 28), 13),
        (date(2026, 3, 1), 14),
        (date(2012, 2, 29), 0),
    ],
)
def test_age_of_somebody_born_on_29_february(on, years):
    assert london.age(date(2012, 2, 29), on) == years


@given(st.dates(date(1930, 1, 1), date(2050, 1, 1)), st.integers(0, 40_000))
def test_age_counts_the_birthdays(born, days):
    on = born + timedelta(days=days)

    def birthday(year):
        try:
            return born.replace(year=year)
        except ValueError:
            return date(year, 3, 1)

    assert london.age(born, on) == sum(
        birthday(year) <= on for year in range(born.year + 1, on.year + 1)
    )


def test_nobody_has_an_age_before_birth():
    with pytest.raises(ValueError):
        london.age(date(2026, 1, 2), date(2026, 1, 1))


@given(A_CENTURY, A_CENTURY)
def test_no_pair_of_times_breaks_the_words(one, other):
    one, other = one.replace(tzinfo=UTC), other.replace(tzinfo=UTC)
    said = (london.short(one, other), london.ago(one, other), london.how_long(one, other))
    assert all(said)


def test_a_limit_that_ends_with_its_day_is_said_as_the_day():
    end = london.to_utc(datetime(2026, 11, 13, 23, 59, 59, 999999))
    assert london.limit(end) == "Fri 13 Nov 2026"
    assert london.limit(london.to_utc(datetime(2026, 11, 13, 23, 59))) == "Fri 13 Nov 2026, 23:59"
