"""One room, two children: said before either of them is told a day."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from cura.core.accounts.home import Bed
from cura.core.records import registry
from placements.leaving.models import MovingOn
from placements.pathway import reading
from placements.referral.models import Referral
from residents.child import actions as children
from tests import builders
from tests.house.pages import signed_in

NOW = datetime(2026, 6, 10, 17, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def room(cast) -> Bed:
    """Kai sleeps in the Landing room."""
    bed = Bed.objects.create(home=cast.elm, name="Landing")
    children.change(child=cast.kai, values={"bed": bed}, by=cast.rosa, now=NOW)
    return bed


def waiting(cast, days: int) -> None:
    made = builders.make(registry.of(Referral), subject=cast.elm, by=cast.rosa, now=NOW)
    Referral.objects.filter(pk=made.pk).update(
        answer="yes", answered_at=NOW, answered_by=cast.rosa, first_name="Amara",
        called="", bed=Bed.objects.get(), planned_arrival=NOW + days * DAY,
    )  # fmt: skip


def line(cast) -> dict:
    return next(x for x in reading.rooms(cast.elm, cast.rosa, NOW) if x["child"] == cast.kai)


def leaves(cast, days: int) -> None:
    day = (NOW + days * DAY).date().isoformat()
    builders.make(
        registry.of(MovingOn), subject=cast.kai, by=cast.rosa, now=NOW,
        change={"planned_for": [day]},
    )  # fmt: skip


def test_a_day_that_is_missing_and_a_day_that_is_too_early_are_said(cast):
    waiting(cast, 20)
    assert line(cast)["clash"] == "Kai has no day for moving on yet."
    leaves(cast, 25)
    assert line(cast)["clash"] == "Amara would come before Kai has left."
    assert line(cast)["free"].startswith("Free from ")


def test_the_next_one_comes_after_the_first_has_gone(cast):
    waiting(cast, 26)
    leaves(cast, 25)
    assert line(cast)["clash"] == "" and line(cast)["comes"].startswith("Amara, ")


def test_the_page_is_for_those_who_plan(cast):
    waiting(cast, 26)
    page = signed_in(cast.rosa).get(reverse("rooms", args=["elm"])).content.decode()
    assert "Next: " in page and "Amara" in page
