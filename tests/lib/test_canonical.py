import enum
import json
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cura.lib.canonical import canonical, canonical_json, sha256_hex


class Mood(enum.StrEnum):
    CALM = "calm"


KEY = UUID("01936b5e-0000-7000-8000-000000000001")
SUMMER = timezone(timedelta(hours=1))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@pytest.mark.parametrize(
    "value, spelling",
    [
        (datetime(2026, 7, 1, 9, 5, tzinfo=SUMMER), "2026-07-01T08:05:00.000000Z"),
        (datetime(2026, 7, 1, 8, 5, 0, 7, tzinfo=UTC), "2026-07-01T08:05:00.000007Z"),
        (date(2026, 7, 1), "2026-07-01"),
        (time(9, 5), "09:05:00"),
        (timedelta(days=1, microseconds=500_000), "86400.5s"),
        (Decimal("1.50"), "1.5"),
        (Decimal("100"), "100"),
        (Decimal("1E+2"), "100"),
        (Decimal("-0.00"), "0"),
        (Decimal("0.1234567890123456789012345678901"), "0.1234567890123456789012345678901"),
        (0.1, "0.1"),
        (2.0, "2"),
        (KEY, str(KEY)),
        (b"\x00\xff", "00ff"),
        (memoryview(b"\x00\xff"), "00ff"),
        (Mood.CALM, "calm"),
        (True, True),
        ((1, None), [1, None]),
        ({"b", "a"}, ["a", "b"]),
        ({KEY: 1, 2: "two"}, {str(KEY): 1, "2": "two"}),
    ],
)
def test_one_spelling(value, spelling):
    assert canonical(value) == spelling


def test_text():
    assert canonical_json({"b": "Zoë", "a": [1, {}]}) == '{"a":[1,{}],"b":"Zoë"}'


@given(JSON)
def test_reading_it_back_and_spelling_it_again_changes_nothing(value):
    text = canonical_json(value)
    assert canonical_json(json.loads(text)) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12))
def test_equal_numbers_have_one_spelling(number):
    spelling = canonical(number)
    assert Decimal(spelling) == number
    assert canonical(Decimal(spelling)) == spelling
    assert canonical(number + Decimal("0.0")) == spelling or number + Decimal("0.0") != number


@pytest.mark.parametrize(
    "value", [datetime(2026, 1, 1), float("nan"), Decimal("Infinity"), {"1": 1, 1: 2}]
)
def test_refuses_what_has_no_spelling(value):
    with pytest.raises(ValueError):
        canonical(value)


def test_refuses_the_unknown():
    with pytest.raises(TypeError):
        canonical(object())


def test_hash_of_text_is_the_hash_of_its_bytes():
    assert sha256_hex("Zoë") == sha256_hex("Zoë".encode())
    assert sha256_hex("").startswith("e3b0c442")
