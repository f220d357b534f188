"""The manager's page: a check that is asked for, runs in the worker, and says what it found."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from cura.core.records import guards, registry
from cura.core.records.verification import actions
from cura.core.records.verification.models import Verification
from tests import builders


@pytest.fixture
def note(cast):
    return builders.signed(registry.of("residents.dailynote"), subject=cast.kai, by=cast.sam)


def test_a_manager_asks_and_reads_that_all_is_whole(note, cast, client):
    client.force_login(cast.rosa)
    client.post(reverse("log-check", args=["elm"]))
    client.post(reverse("log-check", args=["elm"]))
    assert Verification.objects.count() == 1
    assert "Checking the log" in client.get(reverse("log-progress", args=["elm"])).content.decode()
    assert actions.run_waiting(clock=timezone.now) == 1
    page = client.get(reverse("the-log", args=["elm"])).content.decode()
    assert "Everything is as it was written" in page
    assert "Sam Birch" in page


def test_what_was_changed_behind_is_named(note, cast, client):
    guards.remove()
    type(note).objects.filter(pk=note.pk).update(words="something else")
    client.force_login(cast.rosa)
    client.post(reverse("log-check", args=["elm"]))
    actions.run_waiting(clock=timezone.now)
    page = client.get(reverse("the-log", args=["elm"])).content.decode()
    assert "changed behind the program" in page
    assert str(note.pk) in page


def test_another_home_is_not_in_it(note, cast):
    guards.remove()
    type(note).objects.filter(pk=note.pk).update(words="something else")
    actions.ask(home=cast.oak, by=cast.omar, now=timezone.now())
    actions.run_waiting(clock=timezone.now)
    assert [where for where, _ in Verification.objects.get().findings] == ["the guards"]


def test_a_worker_that_died_is_followed_by_another(cast):
    now = timezone.now()
    row = actions.ask(home=cast.elm, by=cast.rosa, now=now)
    Verification.objects.filter(pk=row.pk).update(alive_at=now)
    assert actions.run_waiting(clock=timezone.now) == 0
    Verification.objects.filter(pk=row.pk).update(alive_at=now - actions.STALE * 2)
    assert actions.run_waiting(clock=timezone.now) == 1


def test_a_care_worker_has_no_log(cast, client):
    client.force_login(cast.cara)
    assert client.get(reverse("the-log", args=["elm"])).status_code == 404
    assert client.post(reverse("log-check", args=["elm"])).status_code == 404


def test_the_log_names_a_record_and_says_no_word_of_it(cast, client):
    """Who reads the log need not be one who may read each record. An administrator has no log."""
    alert = registry.of("residents.alert")
    builders.make(alert, subject=cast.kai, by=cast.rosa, canary="zqword")
    client.force_login(cast.lin)
    assert client.get(reverse("the-log", args=["elm"])).status_code == 404
    client.force_login(cast.rosa)
    page = client.get(reverse("the-log", args=["elm"])).content.decode()
    assert "zqword" not in page
    assert "alert AL-" in page


def test_one_check_waits_for_a_home(cast):
    """Two who ask at once get the same one; the database lets no second one in."""
    now = timezone.now()
    first = actions.ask(home=cast.elm, by=cast.rosa, now=now)
    assert actions.ask(home=cast.elm, by=cast.rosa, now=now) == first
    with pytest.raises(IntegrityError), transaction.atomic():
        Verification.objects.create(home=cast.elm, asked_by=cast.rosa, asked_at=now)
    Verification.objects.filter(pk=first.pk).update(finished_at=now)
    assert actions.ask(home=cast.elm, by=cast.rosa, now=now) != first
