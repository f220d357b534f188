"""A pure function: what makes an assessment stale, and what never does."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placements.impact.staleness import Known, Since, reasons

SIGNED = datetime(2019, 3, 21, 15, 0, tzinfo=UTC)
DAY = timedelta(days=1)
spans = st.timedeltas(min_value=timedelta(0), max_value=60 * DAY)


def known(**more) -> Known:
    return Known(signed_at=SIGNED, **more)


def came(at) -> tuple[Since, ...]:
    return (Since("came/1", "Kai came.", at),)


@pytest.mark.parametrize(
    "more,now,said",
    [({}, SIGNED + 13 * DAY, ""),
     ({}, SIGNED + 14 * DAY, "It is 14 days old, and counts for 14."),
     ({"days": 3}, SIGNED + 3 * DAY, "It is 3 days old, and counts for 3."),
     ({"household": came(SIGNED + DAY)}, SIGNED + DAY, "Kai came."),
     ({"household": came(SIGNED + DAY)}, SIGNED + 16 * DAY,
      "Kai came. It is 16 days old, and counts for 14."),
     ({"household": came(SIGNED - DAY)}, SIGNED + DAY, ""),
     ({"incidents": (Since("i", "There was a hold.", SIGNED + DAY),)}, SIGNED + 2 * DAY,
      "There was a hold."),
     ({"restaffed": Since("restaffed", "The staffing has changed: Ali is ill.", SIGNED + DAY)},
      SIGNED + DAY, "The staffing has changed: Ali is ill."),
     ({"news": "abc"}, SIGNED, "The referral says something new.")],
)  # fmt: skip
def test_each_reason_in_plain_words(more, now, said):
    assert reasons(known(**more), now).words == said


def test_delayed_as_in_the_inspected_home():
    """Assessed on Thu 21 Mar, to come on Thu 28 Mar: from the 29th it must be looked at again, from
    4 Apr it is too old as well, and it blocks on 29 Apr (O5)."""
    planned = datetime(2019, 3, 28, 14, 0, tzinfo=UTC)
    look = known(planned=planned)
    assert not reasons(look, planned)
    assert not reasons(look, datetime(2019, 3, 28, 23, 59, tzinfo=UTC))
    late = "The day planned for the arrival, Thu 28 Mar 2019, has passed."
    assert reasons(look, datetime(2019, 3, 29, 0, 0, tzinfo=UTC)).words == late
    assert [r.key for r in reasons(look, datetime(2019, 4, 3, 12, 0, tzinfo=UTC)).all] == [
        "delayed/2019-03-28"
    ]
    keys = [r.key for r in reasons(look, datetime(2019, 4, 4, 9, 0, tzinfo=UTC)).all]
    assert keys == ["delayed/2019-03-28", "age"]


def test_signed_after_the_day_that_passed_it_was_looked_at_again():
    assert not reasons(known(planned=SIGNED - 2 * DAY), SIGNED + DAY)


@given(spans, spans, st.integers(1, 60))
def test_once_stale_it_stays_stale(sooner, more, days):
    """Time heals no assessment: only a new one does."""
    look = known(days=days, planned=SIGNED + 5 * DAY, household=came(SIGNED + 3 * DAY))
    if reasons(look, SIGNED + sooner):
        assert reasons(look, SIGNED + sooner + more)


@given(spans, spans)
def test_what_lies_before_the_signature_is_in_it(before, after):
    things = (Since("x", "Something.", SIGNED - before),)
    look = known(days=100, household=things, incidents=things)
    assert not reasons(look, SIGNED + after)


@given(st.lists(spans, max_size=5), spans)
def test_every_change_since_is_said_once(moments, now):
    changes = tuple(Since(f"c{n}", f"{n}.", SIGNED + at) for n, at in enumerate(moments))
    said = [r.key for r in reasons(known(days=1000, household=changes), SIGNED + now).all]
    assert sorted(said) == sorted(c.key for c in changes if c.at > SIGNED)


@given(spans)
def test_the_same_reason_keeps_its_key(now):
    """An override names the key: a day more does not undo it."""
    look = known(days=1)
    keys = {r.key for r in reasons(look, SIGNED + now).all}
    assert keys <= {"age"}
