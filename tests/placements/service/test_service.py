"""What the home does for children without a room here; and short breaks that are none any more."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from placements.service.models import Session
from placements.service.record import breaks_words


@pytest.mark.parametrize(
    ("until", "days"), [(None, 0), (date(2026, 3, 1), 0), (date(2026, 3, 18), 17)]
)
def test_a_break_of_up_to_seventeen_days(until, days):
    session = Session(on=date(2026, 3, 1), until=until)
    session.clean()
    assert session.days == days


@pytest.mark.parametrize(
    ("until", "said"), [(date(2026, 3, 19), "at most 17 days"), (date(2026, 2, 28), "before it")]
)
def test_longer_is_a_placement(until, said):
    with pytest.raises(ValidationError, match=said):
        Session(on=date(2026, 3, 1), until=until).clean()


def test_seventy_five_days_in_a_year():
    assert breaks_words(75) == "75 of at most 75 days in twelve months."
    assert breaks_words(76).endswith("This is no short break any more.")
