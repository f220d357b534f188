"""What the house did since it was signed, and who is missing in it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cura.core.accounts.actions import add_bed
from cura.core.accounts.home import HomeSettings
from cura.core.accounts.program import CURA
from cura.core.records import actions as records
from placements.coming.reading import stale_words
from placements.gate.reading import blocking
from placements.impact import reading
from residents.child import actions as children
from residents.child.models import Child
from tests.placements import people
from tests.safeguarding.records import hold

DAY = timedelta(days=1)


@pytest.fixture
def now():
    return timezone.now().replace(microsecond=0)


@pytest.fixture
def signed(cast, now):
    return people.assess(cast, people.refer(cast, now=now - 2 * DAY), now=now - 2 * DAY)


def test_fresh_it_counts(signed, now):
    assert not reading.stale(signed, now)
    assert reading.latest(signed.referral) == signed
    assert reading.missing_pairs(signed) == []


def test_somebody_came_left_and_changed_rooms(cast, signed, now):
    people.welcome(cast, "Zosia", now=now - DAY)
    children.leave(child=cast.mia, by=cast.rosa, left_at=now - DAY / 2, now=now)
    room = add_bed(home=cast.elm, name="Garden", by=CURA, now=now)
    children.move(child=cast.kai, home=cast.elm, bed=room, by=cast.rosa, now=now)
    said = reading.stale(signed, now).words
    assert said == "Zosia came. Mia left. Kai has another room."
    assert [child.first_name for child in reading.missing_pairs(signed)] == ["Zosia"]


def test_the_panel_says_it_as_a_sentence(cast, now):
    then = now - 16 * DAY
    referral = people.refer(cast, now=then)
    people.assess(cast, referral, now=then)
    people.welcome(cast, "Zosia", now=now)
    assert stale_words(referral, blocking(referral, now)) == (
        "Amara's assessment is out of date: Zosia came. It is 16 days old, and counts for 14."
    )


def test_how_long_it_counts_is_the_homes_own(cast, signed, now):
    HomeSettings.objects.update_or_create(home=cast.elm, defaults={"impact_days": 2})
    assert reading.stale(signed, now).words == "It is 2 days old, and counts for 2."


def test_something_new_in_the_referral(cast, signed, now):
    referral = signed.referral
    referral.planned_arrival = now + DAY
    referral.save()
    assert not reading.stale(signed, now)  # what we planned is no news
    referral.called = "Ama"
    referral.save()
    assert reading.stale(signed, now).words == "The referral says something new."


def test_a_hold_is_over_the_threshold(cast, now):
    signed = people.assess(cast, people.refer(cast), now=hold(cast, cast.cara).happened_at - DAY)
    said = reading.stale(signed, signed.signed_at + 2 * DAY).words
    assert said.startswith("There was a hold on ")


def test_the_manager_says_that_staffing_changed(cast, signed, now):
    records.reach(
        record=signed, moment="restaffed", by=cast.rosa, now=now,
        values={"restaffed_why": "Ali is ill for two weeks"},
    )  # fmt: skip
    signed.refresh_from_db()
    said = "The staffing has changed: Ali is ill for two weeks."
    assert reading.stale(signed, now).words == said


def test_a_pair_without_a_word_is_missing(cast, now):
    referral = people.refer(cast)
    signed = people.assess(cast, referral, besides=[cast.mia])
    assert reading.missing_pairs(signed) == [cast.mia]
    whole = people.assess(cast, referral)
    assert reading.missing_pairs(whole) == []


def test_an_adult_among_children_is_said(cast, now):
    referral = people.refer(cast)
    living = list(Child.objects.living_in(cast.elm))
    assert reading.together(referral, living, now) == ""
    Child.objects.filter(pk=cast.mia.pk).update(born=date(2000, 1, 1))
    living = list(Child.objects.living_in(cast.elm))
    said = "Mia is an adult. Children and adults would live together."
    assert reading.together(referral, living, now) == said
    grown = people.refer(cast, born_2="2000")
    assert reading.together(grown, living, now) == "Amara is an adult, and children live here."


def test_it_is_not_signed_without_an_answer(cast, now):
    referral = people.refer(cast)
    with pytest.raises(ValidationError, match="whether we can keep everybody safe"):
        people.assess(cast, referral, result="")
    with pytest.raises(ValidationError, match="what would have to be true"):
        people.assess(cast, referral, result="only_if")


def test_the_household_is_asked_without_a_name(cast):
    referral = people.refer(cast)
    asked = {"householdvoice-TOTAL_FORMS": 1, "householdvoice-0-words": "not another slammer"}
    signed = people.assess(cast, referral, **asked)
    assert [voice.words for voice in signed.voices.all()] == ["not another slammer"]
    with pytest.raises(ValidationError, match="asked without a name"):
        people.assess(cast, referral, **asked | {"householdvoice-0-words": "Is it amara?"})
