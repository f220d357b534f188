"""What an address holds: ours, or None. Never an error of the machine."""

from datetime import UTC, date, datetime

import pytest

from cura.lib import typed
from cura.lib.uuid7 import uuid7

STRANGE = (
    *(None, "", " ", "x", "²", "٣", "-1", "1.5", "\0", "9" * 40, "2026-02-30", "0000-00-00"),
    *("9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00", "2026-11-22T07:40"),
)


@pytest.mark.parametrize("text", STRANGE)
def test_what_our_own_page_would_not_send_is_none(text):
    for read in (typed.number, typed.key, typed.day, typed.moment):
        assert read(text) is None, read
    assert typed.token(text)


def test_what_our_own_page_sends():
    pk = uuid7()
    assert typed.number("007") == 7
    assert typed.number("1" * 18, typed.ROW) == int("1" * 18)
    assert typed.number("1" * 10) is None
    assert typed.key(str(pk)) == typed.key(pk) == typed.token(str(pk)) == pk
    assert typed.day("2026-11-22") == date(2026, 11, 22)
    assert typed.day("1899-12-31") is typed.day("2201-01-01") is None
    at = datetime(2026, 7, 1, 6, 40, tzinfo=UTC)
    assert typed.moment("2026-07-01T07:40:00+01:00") == typed.moment("2026-07-01T06:40:00Z") == at
