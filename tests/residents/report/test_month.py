from datetime import UTC, date, datetime

import pytest

from residents.report import month


def test_a_month_is_a_local_month():
    """October 2026 begins in summer time and ends in winter time."""
    assert month.bounds(date(2026, 10, 17)) == (
        datetime(2026, 9, 30, 23, tzinfo=UTC),
        datetime(2026, 11, 1, 0, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    "today,due",
    [
        ((2026, 11, 3), (2026, 10, 1)),
        ((2026, 11, 22), (2026, 11, 1)),
        ((2027, 1, 2), (2026, 12, 1)),
    ],
)
def test_which_report_is_written_now(today, due):
    assert month.due(date(*today)) == date(*due)


@pytest.mark.parametrize("text", ["", "2026", "2026-13", "x", "2026-10-40", "20261"])
def test_what_is_no_month_is_none(text):
    assert month.read(text) is None


def test_months_are_read_and_said():
    assert month.read("2026-10") == month.read("2026-10-19") == date(2026, 10, 1)
    assert month.words(date(2026, 10, 1)) == "October 2026"
    assert month.recent(date(2026, 1, 15), 2) == [date(2026, 1, 1), date(2025, 12, 1)]
