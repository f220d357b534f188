"""Signing a hold: the eight contents of regulation 35(3)(a), and nothing blocked before."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.urls import reverse

from cura.core.records.verify import records as verify_records
from safeguarding.restraint.models import Restraint
from tests.safeguarding.records import HELD, body, held_by, hold, lines, reach, signed

WANTED = (
    ("leading_up", "what came before"),
    ("place", "where it was"),
    ("words", "what happened"),
    ("tried", "what was tried"),
    ("effect", "whether it helped"),
    ("came_after", "what came after"),
    ("hurt", "whether anyone was hurt"),
    ("ended_at", "when it ended"),
    ("reason", "what would have happened otherwise"),
    ("safe", "that everyone is safe"),
    ("medical", "medical help"),
)


@pytest.mark.parametrize("name,said", WANTED, ids=[name for name, _ in WANTED])
def test_what_the_law_wants_is_asked_at_signing_and_not_before(cast, name, said):
    record = hold(cast, cast.cara, **{name: ""})
    with pytest.raises(ValidationError, match=said):
        reach(record, "signed", cast.sam)
    record.refresh_from_db()
    assert record.signed_at is None


def test_who_held_how_and_how_long(cast):
    for change, said in (
        (lines("hold"), "who held"),
        (held_by(cast.cara, minutes=""), "how long each hold was"),
        (held_by(cast.cara, other=""), "which hold it was"),
    ):
        record = hold(cast, cast.cara, **change)
        with pytest.raises(ValidationError, match=said):
            reach(record, "signed", cast.sam)


def test_somebody_hurt_wants_treatment_and_not_sure_is_no_answer(cast):
    with pytest.raises(ValidationError, match="what was done for whoever was hurt"):
        signed(cast, cast.cara, hurt="yes")
    with pytest.raises(ValidationError, match="you were not sure"):
        signed(cast, cast.cara, hurt="unsure")
    assert signed(cast, cast.cara, hurt="yes", treatment="Ice.").signed_at


def test_a_hold_on_the_ground_asks_for_a_medical_check(cast):
    ground = held_by(cast.cara, position="face_down")
    with pytest.raises(ValidationError, match="medical check is asked"):
        signed(cast, cast.cara, medical="not_needed", **ground)
    assert signed(cast, cast.cara, medical="seen", **ground).signed_at


def test_three_answers_save_and_back_to_the_child(cast, as_user):
    """The first page asks who is safe, hurt, called; nothing else stands in the way."""
    client = as_user(cast.sam)
    url = reverse("restraints-new", args=[cast.kai.pk])
    page = client.get(url)
    assert page.context["quick"]
    form = page.context["sheet"].form
    when = form["happened_at"].value().strftime("%Y-%m-%dT%H:%M")
    posted = {"quick": "1", "save_open": "1", "safe": "yes", "hurt": "unsure", "called": "999",
              "happened_at": when, "called_at": when}  # fmt: skip
    posted |= lines("hold") | lines("restraintpresent") | lines("injury")
    assert client.post(url, posted).status_code == 302
    record = Restraint.objects.get()
    assert (record.called, record.signed_at, record.hurt) == ("999", None, "unsure")
    detail = client.get(reverse("restraints-detail", args=[record.pk]))
    assert "who held, how and how long" in detail.context["missing"]
    assert client.get(f"{url}?whole=1").context["quick"] is False


def test_what_was_missing_is_said_and_nothing_typed_is_lost(cast, as_user):
    client = as_user(cast.sam)
    posted = body(cast.cara, leading_up="", words="kept words") | {"whole": "1", "save": "save"}
    answer = client.post(reverse("restraints-new", args=[cast.kai.pk]), posted)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "what came before" in page and "kept words" in page
    assert not Restraint.objects.exists()


def test_late_honest_entries_are_taken_and_marked(cast, as_user):
    """Written two days afterwards: it is taken, signed, and says so."""
    record = signed(cast, cast.cara, now=HELD + timedelta(days=2))
    assert record.signed_at
    client = as_user(cast.rosa)
    page = client.get(reverse("restraints-detail", args=[record.pk]))
    assert page.context["late_words"] == "Written 2 days afterwards"


def test_what_has_not_happened_yet_is_not_recorded(cast):
    with pytest.raises(AssertionError, match="not come yet"):
        hold(cast, cast.cara, ended_at="2026-06-12T20:42")


def test_what_was_signed_stays_with_its_lines(cast):
    record = signed(cast, cast.cara)
    with pytest.raises(DatabaseError), transaction.atomic():
        Restraint.objects.filter(pk=record.pk).update(words="changed")
    with pytest.raises(DatabaseError), transaction.atomic():
        record.holds.update(minutes=1)
    assert list(verify_records(cast.elm.pk)) == []
