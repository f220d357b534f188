"""Times of day that somebody says, over midnight and over both changes of the clocks."""

from datetime import UTC, date, datetime, time

from residents.hours import next_time, on_day, time_of


def at(*parts) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def test_half_past_four_said_at_three_is_today():
    assert next_time(at(2026, 11, 22, 15), time(16, 30)) == at(2026, 11, 22, 16, 30)


def test_one_at_night_said_in_the_evening_is_tomorrow():
    assert next_time(at(2026, 11, 22, 22), time(1)) == at(2026, 11, 23, 1)


def test_of_the_hour_that_comes_twice_the_nearer_one_is_meant():
    first, second = at(2026, 10, 25, 0, 30), at(2026, 10, 25, 1, 30)  # both 01:30 in London
    assert next_time(at(2026, 10, 24, 21), time(1, 30)) == first
    assert next_time(at(2026, 10, 25, 0, 45), time(1, 30)) == second


def test_the_hour_that_never_comes_is_what_the_clock_shows_instead():
    assert on_day(date(2026, 3, 29), time(1, 30)) == at(2026, 3, 29, 1, 30)  # 02:30 in London
    assert time_of(at(2026, 3, 29, 1, 30)) == time(2, 30)


def test_no_moment_has_no_time():
    assert time_of(None) is None
