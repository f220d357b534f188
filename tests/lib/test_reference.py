from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cura.lib.reference import ALPHABET, parse, reference
from cura.lib.uuid7 import uuid7

KEY = UUID(int=0x01936B5E_0000_7000_8000_0000_0000_0001)
PREFIXES = st.from_regex(r"[A-Z]{2}", fullmatch=True)


def test_shape():
    assert reference("FD", KEY) == "FD-000001"
    assert len(ALPHABET) == 32
    assert not set("ILOU") & set(ALPHABET)


def test_neighbours_do_not_look_alike():
    codes = {reference("FD", uuid7()) for _ in range(1000)}
    assert len(codes) > 990


@given(PREFIXES, st.uuids())
def test_read_back_however_it_is_typed(prefix, key):
    said = reference(prefix, key)
    expected = tuple(said.split("-"))
    sloppy = said[3:].replace("0", "o").replace("1", "l")
    for typed in (said, said.lower(), said.replace("-", " "), f" {prefix} {sloppy} "):
        assert parse(typed) == expected


@pytest.mark.parametrize(
    "typed", ["", "FD", "FD-7K3M9", "FD-7K3M9QQ", "FD-7K3U9Q", "hello you", "é"]
)
def test_what_is_no_reference(typed):
    assert parse(typed) is None


@given(st.text())
def test_any_text_is_read_or_passed_over(typed):
    assert parse(typed) is None or len(parse(typed)[1]) == 6


@pytest.mark.parametrize("prefix", ["F", "FDX", "fd", "F1"])
def test_a_prefix_is_two_capital_letters(prefix):
    with pytest.raises(ValueError):
        reference(prefix, KEY)
