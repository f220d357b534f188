"""Ways round who may sign, and round whose people a line may name."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cura.core.records import actions, registry
from residents.child import actions as child_actions
from safeguarding.measure.models import ChildTalk
from tests import builders
from tests import cast as people
from tests.safeguarding.records import HELD, HOUR, body, hold, lines, reach, signed
from tests.safeguarding.test_talks import LATER, asked, talk


def build(cast, by, posted, instance=None, now=LATER):
    found = builders.Sheet.build(
        registry.of("safeguarding.restraint"), subject=cast.kai, user=by, data=posted,
        instance=instance, now=now,
    )  # fmt: skip
    assert found.is_valid(), found.errors()
    return found


def replace(cast, old, by, *users):
    return actions.create(
        sheet=build(cast, by, body(*users)), type=registry.of(old), subject=cast.kai, by=by,
        replaces=old, now=LATER,
    )  # fmt: skip


def rewritten(cast, record, by, **changed):
    line = record.holds.get()
    posted = body(cast.cara) | {
        "hold-INITIAL_FORMS": "1", "hold-0-id": str(line.pk), "hold-0-person": str(cast.cara.pk),
    } | changed  # fmt: skip
    sheet = build(cast, by, posted, instance=type(record).objects.get(pk=record.pk))
    return actions.edit(
        sheet=sheet, type=registry.of(record), by=by, version=record.version, now=LATER
    )


def test_who_rewrote_it_while_it_was_open_does_not_sign_it_as_accurate(cast):
    """Rosa held, takes herself out of Sam's open record, and lets Sam sign it."""
    record = hold(cast, cast.rosa)
    record = rewritten(cast, record, cast.rosa, words="All was well.")
    record = reach(record, "signed", cast.sam, LATER)
    with pytest.raises(ValidationError):
        talk(record, cast.cara, cast.rosa)
    with pytest.raises(ValidationError):
        reach(record, "user_spoken", cast.rosa, LATER)


def test_who_wrote_the_first_version_does_not_sign_the_one_that_replaces_it(cast):
    first = signed(cast, cast.cara, by=cast.rosa)
    second = reach(replace(cast, first, cast.sam, cast.cara), "signed", cast.sam, LATER)
    with pytest.raises(ValidationError):
        talk(second, cast.cara, cast.rosa)


@pytest.mark.parametrize("words", ["", "   ", "\n"])
def test_a_talk_with_the_child_has_her_words(cast, words):
    record = signed(cast, cast.cara)
    with pytest.raises(ValidationError):
        reach(record, "child_spoken", cast.rosa, LATER, child_words=words)


def test_no_words_at_all(cast):
    record = signed(cast, cast.cara)
    with pytest.raises(ValidationError):
        reach(record, "child_spoken", cast.rosa, LATER)


def test_the_button_pressed_twice_writes_one_attempt(cast, as_user):
    record = signed(cast, cast.cara)
    client = as_user(cast.rosa)
    url = reverse("restraints-step", args=[record.pk, "child-asked"])
    posted = {"outcome": "refused", "words": "No.", "asked_at": "2026-06-10T22:00"}
    for _ in range(2):
        client.post(url, posted)
    assert ChildTalk.objects.count() == 1


def test_a_role_that_ended_and_another_homes_manager(cast, as_user):
    record = signed(cast, cast.cara)
    for key in ("user-talk", "child-asked", "user_spoken", "child_spoken", "void", "amend"):
        url = reverse("restraints-step", args=[record.pk, key])
        for who in (cast.omar, cast.olga, cast.ned, cast.ivy, cast.lin):
            answer = as_user(who).post(url, {"child_words": "x", "words": "x"})
            assert answer.status_code in (403, 404), (key, who)
    record.refresh_from_db()
    assert not record.user_spoken_at and not record.child_spoken_at


@pytest.mark.parametrize("lines_of", ["hold", "restraintpresent"])
def test_no_person_of_another_home_in_a_line(cast, lines_of):
    posted = body(cast.cara) | lines(
        lines_of, {"person": cast.omar.pk, "minutes": "1", "other": "x"}
    )
    found = builders.Sheet.build(
        registry.of("safeguarding.restraint"), subject=cast.kai, user=cast.sam, data=posted,
        now=HELD + HOUR,
    )  # fmt: skip
    assert not found.is_valid()


def test_after_a_move_the_old_record_offers_the_people_of_its_own_home(cast, as_user):
    record = hold(cast, cast.cara)
    mover = people.mover(cast)
    child_actions.move(child=cast.kai, home=cast.oak, by=mover, now=HELD + 2 * HOUR)
    cast.kai.refresh_from_db()
    page = as_user(cast.rosa).get(reverse("restraints-edit", args=[record.pk]))
    assert page.status_code == 200
    assert "Omar Dale" not in page.content.decode()
    assert "Tess Quill" in page.content.decode()


def test_nothing_beside_what_was_set_aside(cast):
    record = signed(cast, cast.cara)
    actions.void(record=record, reason="x", by=cast.rosa, now=LATER)
    for act in (
        lambda: asked(record, cast.rosa),
        lambda: talk(record, cast.cara, cast.rosa),
        lambda: actions.amend(
            record=record, field="words", words="x", reason="x", by=cast.sam, now=LATER
        ),
        lambda: reach(record, "child_spoken", cast.rosa, LATER, child_words="x"),
    ):
        with pytest.raises(ValidationError):
            act()
