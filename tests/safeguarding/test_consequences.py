"""What follows: only what puts things right, and never what regulation 19 bars."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cura.core.accounts.home import HomeSettings
from cura.core.records import registry, steps
from cura.core.records.present import detail_url
from cura.core.records.sheet import posted as posted_as
from safeguarding.consequence.models import Consequence
from tests.safeguarding.records import AGREED, HELD, HOUR, lines, make, reach, sheet


def posted(**changed) -> dict:
    return AGREED | lines("consequencepresent") | changed


def test_nothing_prohibited_can_be_chosen(cast):
    kinds = dict(Consequence.Kind.choices)
    assert set(kinds) == {"repair", "talk", "reparation", "other"}
    assert not sheet("consequence", cast, posted(kind="fine"), cast.sam).is_valid()


@pytest.mark.parametrize("name", ["agreed", "came_after"])
def test_free_text_is_screened_kindly_and_nothing_is_lost(cast, as_user, name):
    client = as_user(cast.sam)
    url = reverse("consequences-new", args=[cast.kai.pk])
    answer = client.post(url, posted(**{name: "No phone for two days."}))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "never taken away as a punishment" in page and "No phone for two days." in page
    assert not Consequence.objects.exists()


def test_it_is_no_punishment_with_a_reason_that_the_manager_reads(cast, as_user):
    why = "The phone is at the repair shop until Friday."
    record = make(
        "consequence", cast, posted(agreed="No phone until Friday.", not_punishment=why), cast.sam
    )
    page = as_user(cast.rosa).get(reverse("consequences-detail", args=[record.pk])).content.decode()
    assert "The page asked about “No phone”" in page and why in page


def test_what_was_signed_can_still_be_signed_again_when_the_list_grows(cast):
    """The list is asked while it is open. A later moment does not trip over it."""
    record = make("consequence", cast, posted(), cast.sam)
    reach(record, "signed", cast.sam)
    Consequence.screened = (*Consequence.screened, "words")
    try:
        done = reach(record, "child_spoken", cast.rosa, child_words="No phone? Fine.")
    finally:
        Consequence.screened = Consequence.screened[:-1]
    assert done.child_spoken_at


def test_a_talk_wants_the_childs_words(cast):
    record = make("consequence", cast, posted(kind="talk"), cast.sam)
    with pytest.raises(ValidationError, match="what the child said"):
        reach(record, "signed", cast.sam)
    record = make("consequence", cast, posted(kind="talk", child_said="Sorry."), cast.sam)
    assert reach(record, "signed", cast.sam).signed_at


def test_the_other_child_and_her_words_are_for_people_of_the_home(cast, as_user):
    record = make("consequence", cast, posted(kind="talk", child_said="Sorry."), cast.sam)
    act = steps.find(registry.of(record), "part-other")
    typed = posted_as({"child": str(cast.mia.pk), "said": "It is all right."})
    form = act.build(typed, record, cast.sam)
    assert form.is_valid(), form.errors
    act.do(record=record, by=cast.sam, values=form.cleaned_data, now=HELD + HOUR)
    assert (
        "It is all right."
        in as_user(cast.sam).get(detail_url(registry.of(record), record)).content.decode()
    )
    outside = as_user(cast.ivy).get(detail_url(registry.of(record), record))
    assert outside.status_code == 200
    assert "It is all right." not in outside.content.decode()
    assert "Mia" not in outside.content.decode()


PAYING = {"kind": "reparation", "amount": "12", "weeks": "4", "pocket_money": "6"}


def test_paying_back_goes_in_parts_that_leave_pocket_money(cast):
    record = make("consequence", cast, posted(**PAYING), cast.sam)
    assert str(record.instalment) == "3.00"
    wrong = sheet("consequence", cast, posted(**PAYING | {"weeks": "2"}), cast.sam)
    assert not wrong.is_valid()
    assert "At most £4.02 of £6.00 may go" in str(wrong.errors())
    assert not sheet("consequence", cast, posted(**PAYING | {"weeks": ""}), cast.sam).is_valid()


def test_how_much_is_the_homes_own_policy(cast):
    HomeSettings.objects.update_or_create(home=cast.elm, defaults={"reparation_percent": 25})
    assert not sheet("consequence", cast, posted(**PAYING), cast.sam).is_valid()
    assert sheet("consequence", cast, posted(**PAYING | {"weeks": "8"}), cast.sam).is_valid()


def test_the_three_moments_hold_for_a_consequence_too(cast):
    record = make("consequence", cast, posted(decided_by=str(cast.rosa.pk)), cast.sam)
    reach(record, "signed", cast.sam)
    with pytest.raises(ValidationError, match="part of this"):
        reach(record, "user_spoken", cast.rosa)
