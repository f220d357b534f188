"""The words of a child who does not come go, everywhere, and are nowhere left in the log."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, transaction

from cura.core.accounts.home import HomeSettings
from cura.core.attachments.attachment import Attachment
from cura.core.attachments.sweeping import sweep
from cura.core.audit import verify as chains
from cura.core.audit.models import AuditEvent
from cura.core.notices.actions import notify
from cura.core.records import actions as record_actions
from cura.core.records.drafts.models import Draft
from cura.core.records.verify import records
from cura.core.search import index
from placements.referral import actions, forgetting
from placements.referral.forgetting import forget
from placements.referral.models import Referral
from tests.placements.referral.conftest import NOW

LATER = NOW + timedelta(days=31)
WORDS = ("Obiwale", "Amara", "m.cole", "date(2013, 9, 3)", "self-harm", "passport-of-amara")
FILE = [("passport-of-amara.txt", b"Amara Obiwale, swimming")]


@pytest.fixture
def declined(asked, cast):
    row = asked(files=FILE)
    actions.take(record=row, need="missing", said="Amara goes missing", by=cast.tess, now=NOW)
    notify(user=cast.rosa, text="About Amara", record=row, now=NOW)
    Draft.objects.create(
        user=cast.tess, label=row._meta.label_lower, subject_id=cast.elm.pk, record_id=row.pk,
        home_id=cast.elm.pk, title="x", body={"pasted": ["Amara"]}, created_at=NOW, updated_at=NOW,
    )  # fmt: skip
    index.pending()
    return actions.say_no(record=row, reason="room", words="Amara is", by=cast.tess, now=NOW)


def holding(word: str) -> list[str]:
    """Every table of ours with this word in any column, as text."""
    found = []
    for model in apps.get_models():
        for row in model._base_manager.values():
            if word.lower() in str(row).lower():
                found.append(model._meta.label)
                break
    return found


def test_no_word_is_left_in_any_table(declined, cast):
    assert "placements.Referral" in holding("Obiwale")
    assert forget(LATER) == 1
    for word in WORDS:
        assert holding(word) == [], word
    declined.refresh_from_db()
    assert (declined.reason, declined.age, declined.authority, declined.answered_at) == (
        "room", 13, "Calderbrook City Council", NOW,
    )  # fmt: skip
    assert declined.forgotten_at == LATER
    assert sweep() >= 1


def test_the_log_never_held_them(declined):
    said = " ".join(f"{e.title} {e.body} {e.actor}" for e in AuditEvent.objects.all())
    for word in WORDS:
        assert word.lower() not in said.lower(), word
    assert "sealed:" in said


def test_the_chain_holds_before_and_after_and_a_change_is_found(declined, cast):
    assert [*records(cast.elm.pk), *chains.chains()] == []
    Referral.objects.filter(pk=declined.pk).update(first_name="Amira")
    assert [f.what for f in records(cast.elm.pk)] == ["first_name is not what was written"]
    Referral.objects.filter(pk=declined.pk).update(first_name="Amara")
    forget(LATER)
    assert [*records(cast.elm.pk), *chains.chains()] == []


def test_the_hash_cannot_be_guessed_once_the_words_are_gone(asked, cast):
    """Two children of the same name leave two hashes, and the keys to them are gone."""
    rows = [actions.say_no(record=asked(), reason="far", by=cast.tess, now=NOW) for _ in "ab"]
    assert rows[0].salt != rows[1].salt
    forget(LATER)
    assert not Referral.objects.exclude(salt="").exists()


def test_it_is_counted_in_the_log_and_done_once(declined, cast):
    assert (forget(LATER), forget(LATER)) == (1, 0)
    (event,) = AuditEvent.objects.filter(action="referrals.forgotten")
    assert (event.actor, event.body, event.home_id) == ("Cura", '{"count":1}', cast.elm.pk)


def test_the_home_says_how_long(declined, cast):
    HomeSettings.objects.update_or_create(home=cast.elm, defaults={"referral_days": 40})
    assert forget(NOW + timedelta(days=39)) == 0
    assert forget(NOW + timedelta(days=40)) == 1


def test_who_waits_or_came_is_kept(asked, cast):
    waiting, came = asked(), asked(files=FILE)
    actions.came(record=came, child=cast.kai, by=cast.rosa, now=NOW)
    assert forget(NOW + timedelta(days=400)) == 0
    assert Attachment.objects.get(object_id=came.pk).stays_at == NOW
    assert waiting.pasted


def test_what_was_set_aside_goes_as_well(asked, cast):
    row = asked()
    record_actions.void(record=row, reason="Amara twice", by=cast.tess, now=NOW)
    assert forget(LATER) == 1
    assert holding("Obiwale") == holding("Amara twice") == []
    assert list(records(cast.elm.pk)) == []


def test_no_word_comes_back(declined, cast):
    forget(LATER)
    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.filter(pk=declined.pk).update(first_name="Amara")
    declined.refresh_from_db()
    with pytest.raises(ValidationError, match="deleted"):
        actions.open_again(record=declined, by=cast.rosa, now=LATER)


def test_a_file_that_stays_cannot_be_deleted(asked, cast):
    row = asked(files=FILE)
    actions.came(record=row, child=cast.kai, by=cast.rosa, now=NOW)
    files = Attachment.objects.filter(object_id=row.pk)
    with pytest.raises(DatabaseError), transaction.atomic():
        files.delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        files.update(stays_at=None)


def test_a_worker_that_dies_leaves_whole_batches(asked, cast, monkeypatch):
    for _ in range(3):
        actions.say_no(record=asked(), reason="far", by=cast.tess, now=NOW)
    monkeypatch.setattr(forgetting, "BATCH", 2)
    monkeypatch.setattr(forgetting, "ALSO", [_dies_at_the_third()])
    with pytest.raises(RuntimeError):
        forget(LATER)
    assert Referral.objects.exclude(forgotten_at=None).count() == 2
    monkeypatch.setattr(forgetting, "ALSO", [])
    assert forget(LATER) == 1


def _dies_at_the_third():
    seen = []

    def dies(row, now):
        seen.append(row)
        if len(seen) == 3:
            raise RuntimeError

    return dies
