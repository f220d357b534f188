from datetime import UTC, datetime, time

import pytest

from cura.core.notices import quiet
from cura.core.notices.quiet import night

USUAL = time(22), time(7)


def utc(*parts) -> datetime:
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    "now,starts,ends",
    [
        (utc(2026, 3, 2, 21, 59), None, None),
        (utc(2026, 3, 2, 22), utc(2026, 3, 2, 22), utc(2026, 3, 3, 7)),
        (utc(2026, 3, 3, 6, 59), utc(2026, 3, 2, 22), utc(2026, 3, 3, 7)),
        (utc(2026, 3, 3, 7), None, None),
        # Summer time: 22:00 in England is 21:00 UTC.
        (utc(2026, 7, 1, 21), utc(2026, 7, 1, 21), utc(2026, 7, 2, 6)),
        (utc(2026, 7, 2, 6), None, None),
        # The night in which the clocks go forward has eight hours, that in October ten.
        (utc(2026, 3, 29, 3), utc(2026, 3, 28, 22), utc(2026, 3, 29, 6)),
        (utc(2026, 10, 25, 3), utc(2026, 10, 24, 21), utc(2026, 10, 25, 7)),
    ],
)
def test_a_night_begins_and_ends_by_the_clock_on_the_wall(now, starts, ends):
    assert night(USUAL, now) == (starts and (starts, ends))


def test_quiet_hours_within_one_day_and_none_at_all():
    afternoon = time(13), time(15)
    assert night(afternoon, utc(2026, 3, 2, 14)) == (utc(2026, 3, 2, 13), utc(2026, 3, 2, 15))
    assert night(afternoon, utc(2026, 3, 2, 23)) is None
    assert night((time(7), time(7)), utc(2026, 3, 2, 3)) is None


def test_an_end_that_the_clocks_skip_is_the_next_time_there_is():
    assert night((time(22), time(1, 30)), utc(2026, 3, 29, 1))[1] == utc(2026, 3, 29, 1, 30)


def test_each_home_has_its_own(cast):
    elm = cast.elm.settings
    elm.quiet_from = elm.quiet_until = time(0)
    elm.save()
    late = utc(2026, 3, 2, 23)
    assert quiet.night_of([cast.elm.pk], late) is None
    assert quiet.night_of([cast.elm.pk, cast.oak.pk], late)
    assert quiet.night_of([], late) is None
