"""A review as people write it: what it cannot be signed without, and what pages say of it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from cura.core.records import actions
from placements.reviews.forms import ReviewForm
from placements.reviews.models import LookedAfterReview
from tests.placements.made import NOW, WHOLE, at, make, review, reviewed
from tests.residents.records import make as person_of

pytestmark = pytest.mark.django_db
PAST = at(2026, 11, 17, 16, 0)
DECISION = {"what": "A new coat", "who": "Femi Alade", "by_when": "2026-12-01"}


def sign(record, by):
    return actions.reach(record=record, moment="signed", by=by, now=NOW)


@pytest.mark.parametrize(
    "without,words",
    [
        ({"moving_on": ""}, "what was said about moving on"),
        ({"her_views": ""}, "what the child wanted to be said"),
        ({"she_came": ""}, "whether the child was there"),
    ],
)
def test_it_cannot_be_signed_without_her_views_and_moving_on(cast, without, words):
    found = reviewed(cast.kai, cast.sam, PAST, **without)
    with pytest.raises(ValidationError, match=words):
        sign(found, cast.sam)


def test_that_moving_on_was_not_talked_about_is_an_answer_with_its_reason(cast):
    found = reviewed(cast.kai, cast.sam, PAST, moving_on="", moving_on_why="Court is on Monday.")
    assert sign(found, cast.sam).signed_by == cast.sam


def test_one_that_was_not_held_is_not_signed(cast):
    found = review(cast.kai, cast.sam, PAST, **WHOLE)
    with pytest.raises(ValidationError, match="when it was held"):
        sign(found, cast.sam)


def test_decisions_are_lines_and_frozen_with_it(cast):
    found = make(
        "lookedafterreview", child=cast.kai, by=cast.sam, happened_at=PAST, held_at=PAST,
        school_time="no", lines=[DECISION], **WHOLE,
    )  # fmt: skip
    line = found.decisions.get()
    assert str(line) == "A new coat (Femi Alade)"
    sign(found, cast.sam)
    with pytest.raises(IntegrityError), transaction.atomic():
        found.decisions.update(who="Nobody")


@pytest.mark.parametrize(
    "when,answer,reason,said",
    [
        (at(2026, 12, 1, 10, 0), "", "", "is it in school time?"),
        (at(2026, 12, 1, 10, 0), "yes", "", "needs a reason"),
        (at(2026, 12, 1, 10, 0), "yes", "Only the court's hour.", ""),
        (at(2026, 12, 1, 10, 0), "no", "", ""),
        (at(2026, 12, 1, 16, 0), "", "", ""),
        (at(2026, 12, 5, 10, 0), "", "", ""),  # a Saturday
        (at(2026, 12, 25, 10, 0), "", "", ""),
    ],
)
def test_never_in_school_time_without_a_reason(cast, when, answer, reason, said):
    data = {
        "happened_at": when.isoformat(), "which": "later", "school_time": answer,
        "school_reason": reason,
    }  # fmt: skip
    form = ReviewForm(data, user=cast.sam, subject=cast.kai, now=NOW)
    form.instance.child, form.instance.home = cast.kai, cast.elm
    assert form.is_valid() is not bool(said)
    assert said in str(form.errors)


def test_which_one_it_is_is_offered_from_what_we_know(cast):
    def offered():
        return ReviewForm(user=cast.sam, subject=cast.kai, now=NOW).initial["which"]

    assert offered() == "first"
    reviewed(cast.kai, cast.sam, at(2026, 1, 20, 16, 0), which="first")
    assert offered() == "second"
    reviewed(cast.kai, cast.sam, at(2026, 4, 20, 16, 0), which="second")
    assert offered() == "later"


def test_the_chair_is_the_reviewing_officer_of_her_people(cast):
    person_of("importantperson", child=cast.kai, by=cast.sam, name="Judith Parr", who="iro")
    assert review(cast.kai, cast.sam, PAST).chair == "Judith Parr"


def test_called_off_or_held_but_not_both(cast):
    found = reviewed(cast.kai, cast.sam, PAST)
    values = {"cancelled_whom": "us", "cancelled_why": "x", "cancelled_told": "y"}
    with pytest.raises(ValidationError, match="cannot be called off"):
        actions.reach(record=found, moment="cancelled", by=cast.sam, values=values, now=NOW)


def test_a_planned_one_shows_its_day_first_and_later_what_came_of_it(cast, as_user):
    client = as_user(cast.sam)
    assert client.get(reverse("looked-after-reviews-new", args=[cast.kai.pk])).status_code == 200
    found = review(cast.kai, cast.sam, PAST)
    page = client.get(reverse("looked-after-reviews-detail", args=[found.pk])).content.decode()
    assert "Was it held?" in page and "/do/signed/" not in page
    assert LookedAfterReview.objects.planned().get() == found
