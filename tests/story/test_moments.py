"""The grammar of moments: snapping, one moment from another, the hours of the clocks."""

from datetime import UTC, date, datetime

import pytest

from cura.lib import london
from cura.story.errors import StoryError
from cura.story.moments import Moments

SUNDAY = date(2026, 11, 22)


def moments(anchor=SUNDAY, **named):
    return Moments(anchor, named)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("D0", date(2026, 11, 22)),
        ("D", date(2026, 11, 22)),
        ("D-16", date(2026, 11, 6)),
        ("D+12", date(2026, 12, 4)),
        ("D-16~Fri", date(2026, 11, 6)),  # that day is a Friday already
        ("D-15~Fri", date(2026, 11, 6)),
        ("D-31~Mon+4d", date(2026, 10, 23)),
        ("D-2w", date(2026, 11, 8)),
        ("D-1mo", date(2026, 10, 22)),
        ("D-14y-150d", date(2012, 6, 25)),
        ("2019-06-08", date(2019, 6, 8)),
        ("2019-06-08~Mon", date(2019, 6, 3)),
    ],
)
def test_days(text, day):
    assert moments().day(text) == day


def test_a_time_of_day_is_london_time():
    assert moments().at("2019-06-08 22:50") == datetime(2019, 6, 8, 21, 50, tzinfo=UTC)
    assert moments().at("D0 09:30") == datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("back", range(7))
def test_snapping_never_goes_forward_and_lands_on_the_day(back):
    anchor = date(2026, 11, 22 - back)
    found = moments(anchor).day("D-16~Fri")
    assert found.weekday() == 4
    assert 0 <= (anchor - found).days - 16 < 7


@pytest.mark.parametrize("back", range(7))
def test_what_hangs_on_a_moment_keeps_its_distance_whatever_the_weekday(back):
    m = moments(date(2026, 11, 22 - back), A44="D-16~Fri 21:40")
    assert m.at("A44+26h") - m.at("A44") == london.HOUR * 26
    assert m.day("A44+3d 10:00").weekday() == 0
    assert london.clock(m.at("A44+3d 10:00")) == "10:00"
    assert london.clock(m.at("A44-10d")) == "21:40"


def test_hours_are_exact_and_days_keep_the_clock_over_a_change_of_the_clocks():
    m = moments(A="2026-10-24 21:00")  # the clocks go back that night
    assert m.at("A+24h") - m.at("A") == london.HOUR * 24
    assert london.clock(m.at("A+24h")) == "20:00"
    assert m.at("A+1d") - m.at("A") == london.HOUR * 25
    assert london.clock(m.at("A+1d")) == "21:00"


def test_the_hour_that_comes_twice_and_the_hour_that_never_comes():
    assert moments().at("2026-10-25 01:30") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert moments().at("2026-03-29 01:30") == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    m = moments(A="2026-03-28 01:30")
    assert london.clock(m.at("A+1d")) == "02:30"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("A99 10:00", "names no moment"),
        ("D-16~Friday", "cannot be read"),
        ("D0 25:00", "no such time"),
        ("2026-02-30", "There is no day"),
        ("D0+3h", "only from a time of day"),
        ("", "is no moment"),
    ],
)
def test_it_says_what_it_cannot_read(text, complaint):
    with pytest.raises(StoryError, match=complaint):
        moments().when(text)


def test_a_day_is_no_moment():
    with pytest.raises(StoryError, match="no time of day"):
        moments().at("D-3")


def test_only_the_day_of_a_moment():
    assert moments(A="D-3 23:00").when("A+2h day").moment is None
    assert moments(A="D-3 23:00").day("A+2h day") == date(2026, 11, 20)


def test_two_moments_cannot_hang_on_each_other():
    with pytest.raises(StoryError, match="depends on itself"):
        moments(A="B+1d", B="A-1d").at("A")
