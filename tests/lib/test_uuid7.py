from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from uuid import RFC_4122

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from cura.lib.uuid7 import uuid7

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def milliseconds(key):
    return key.int >> 80


def test_version_variant_and_time():
    key = uuid7(NOON)
    assert (key.version, key.variant) == (7, RFC_4122)
    assert milliseconds(key) == NOON.timestamp() * 1000


def test_keys_rise_although_the_clock_stands_still_or_goes_back():
    keys = []
    with time_machine.travel(NOON, tick=False) as clock:
        keys += [uuid7() for _ in range(10_000)]
        clock.move_to(NOON - timedelta(hours=1))
        keys += [uuid7() for _ in range(10_000)]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_keys_of_one_given_time_rise():
    keys = [uuid7(NOON) for _ in range(10_000)]
    assert keys == sorted(keys)


def test_a_given_time_does_not_move_the_clock_of_the_others():
    uuid7(NOON + timedelta(days=3650))
    with time_machine.travel(NOON + timedelta(days=30), tick=False):
        assert abs(milliseconds(uuid7()) - milliseconds(uuid7(NOON + timedelta(days=30)))) < 20


def test_threads_never_meet():
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(lambda _: uuid7(), range(20_000)))
    assert len(set(keys)) == len(keys)


@given(st.datetimes(datetime(1970, 1, 1), datetime(9999, 12, 31), timezones=st.just(UTC)))
def test_later_keys_sort_later(at):
    assert uuid7(at) < uuid7(at + timedelta(milliseconds=50))
    assert milliseconds(uuid7(at)) - int(at.timestamp() * 1000) in (-1, 0, 1)


@pytest.mark.parametrize("at", [datetime(2026, 1, 1), datetime(1969, 12, 31, tzinfo=UTC)])
def test_refuses_times_that_cannot_date_a_key(at):
    with pytest.raises(ValueError):
        uuid7(at)
