"""The pages of a bundle: counted first, made after a password, followed, fetched, ended."""

import hashlib
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts import actions as accounts
from cura.core.accounts.program import CURA
from cura.core.attachments import store
from cura.core.audit.models import AuditEvent
from cura.core.documents import types as documents
from cura.core.records.bundles import running
from cura.core.records.bundles.models import Bundle, Issued
from tests.cast import PASSWORD
from tests.records.bundled import asked, note

JUNE = {"first": "2026-06-01", "last": "2026-06-30", "kinds": ["daily-notes", "key-work"]}
PROOF = {"proof_password": PASSWORD}


@pytest.fixture(autouse=True)
def paper(monkeypatch):
    monkeypatch.setattr(documents, "render_pdf", lambda html, **_: f"%PDF-{html}".encode())


@pytest.fixture
def rosa(cast, client):
    client.force_login(cast.rosa)
    return client


@pytest.fixture
def bundle(cast):
    note(cast)
    return asked(cast)


def new(subject) -> str:
    return reverse("child-bundle", args=[subject.pk])


def test_it_is_counted_then_asked_for_with_a_password(cast, rosa):
    note(cast), note(cast, day=11)
    page = rosa.get(new(cast.kai), JUNE).content.decode()
    assert "2 records in all" in page and "Your password" in page
    assert rosa.post(new(cast.kai), JUNE).status_code == 422
    wrong = rosa.post(new(cast.kai), JUNE | {"proof_password": "wrong"})
    assert wrong.status_code == 422 and "That is not your password." in wrong.content.decode()
    assert not Bundle.objects.exists()
    answer = rosa.post(new(cast.kai), JUNE | PROOF)
    made = Bundle.objects.get()
    assert answer["Location"] == reverse("bundle", args=[made.pk])
    assert (made.home_id, made.child_id) == (cast.elm.pk, cast.kai.pk)
    assert made.kinds == ["residents.dailynote", "residents.keywork"]


def test_nothing_in_those_days_is_said_before_it_is_made(cast, rosa):
    page = rosa.get(new(cast.kai), JUNE)
    assert "Nothing was written in these days" in page.content.decode()
    answer = rosa.post(new(cast.kai), JUNE | PROOF)
    assert answer.status_code == 422 and not Bundle.objects.exists()


def test_a_kind_that_she_may_not_read_is_not_offered_and_not_taken(cast, client):
    """Tess may be given the right to send out; a fridge of the house is none of a child's kinds."""
    client.force_login(cast.rosa)
    page = client.get(new(cast.kai)).content.decode()
    assert 'value="daily-notes"' in page and 'value="fire-alarm-tests"' not in page
    assert client.get(new(cast.kai), JUNE | {"kinds": ["fire-alarm-tests"]}).status_code == 422


def test_only_who_may_send_out_opens_it(cast, client, bundle):
    mine = [new(cast.kai), reverse("home-bundle", args=["elm"])]
    theirs = [reverse(name, args=[bundle.pk]) for name in ("bundle", "bundle-progress")]
    for user, statuses in ((cast.sam, (403, 404)), (cast.omar, (404, 404)), (cast.ned, (404, 404))):
        client.force_login(user)
        assert {client.get(url).status_code for url in mine} == {statuses[0]}, user
        assert {client.get(url).status_code for url in theirs} == {statuses[1]}, user
        assert client.post(reverse("bundle-fetch", args=[bundle.pk])).status_code == 404
    client.force_login(cast.sam)
    assert (
        "Make a bundle"
        not in client.get(reverse("child-papers", args=[cast.kai.pk])).content.decode()
    )


def test_how_far_it_is_is_asked_every_two_seconds_until_it_is_done(cast, rosa, bundle):
    url = reverse("bundle-progress", args=[bundle.pk])
    assert "Waiting its turn" in rosa.get(url).content.decode()
    Bundle.objects.filter(pk=bundle.pk).update(
        alive_at=timezone.now(), plan=[{}] * 112, total=112, done=38
    )
    running_page = rosa.get(url).content.decode()
    assert "38 of 112 records" in running_page and 'hx-trigger="every 2s"' in running_page
    page = rosa.get(reverse("bundle", args=[bundle.pk])).content.decode()
    assert "Look again" in page  # without scripts
    Bundle.objects.filter(pk=bundle.pk).update(alive_at=None, plan=None)
    running.run_waiting(clock=timezone.now)
    done = rosa.get(url).content.decode()
    assert "every 2s" not in done and "Fetch the file" in done and "Your password" in done


def test_the_file_is_fetched_with_a_password(cast, rosa, bundle):
    running.run_waiting(clock=timezone.now)
    url, issued = reverse("bundle-fetch", args=[bundle.pk]), Issued.objects.get()
    assert rosa.get(url)["Location"] == reverse("bundle", args=[bundle.pk])
    assert rosa.post(url).status_code == 422
    assert not AuditEvent.objects.filter(action="bundle.fetched").exists()
    answer = rosa.post(url, PROOF)
    assert answer["Content-Type"] == "application/zip"
    assert "no-store" in answer["Cache-Control"] and "Kai" not in answer["Content-Disposition"]
    assert hashlib.sha256(answer.content).hexdigest() == issued.sha256
    assert rosa.post(url).status_code == 200  # within five minutes it is still she
    assert AuditEvent.objects.filter(action="bundle.fetched").count() == 2


def test_after_seven_days_the_link_has_ended(cast, bundle):
    running.run_waiting(clock=timezone.now)
    with time_machine.travel(timezone.now() + timedelta(days=7, seconds=1), tick=False):
        late = Client()
        late.force_login(cast.rosa)
        page = late.get(reverse("bundle", args=[bundle.pk])).content.decode()
        assert "The link has ended" in page and "Fetch the file" not in page
        answer = late.post(reverse("bundle-fetch", args=[bundle.pk]), PROOF)
        assert answer.status_code == 422 and "seven days are over" in answer.content.decode()


def test_why_there_is_no_file_is_said(cast, rosa, bundle):
    Bundle.objects.filter(pk=bundle.pk).update(finished_at=timezone.now(), stopped="Too large.")
    page = rosa.get(reverse("bundle", args=[bundle.pk])).content.decode()
    assert "Not made" in page and "Too large." in page
    assert rosa.post(reverse("bundle-fetch", args=[bundle.pk]), PROOF).status_code == 403


def test_a_damaged_file_is_not_handed_out(cast, rosa, bundle):
    running.run_waiting(clock=timezone.now)
    store._path(Issued.objects.get().sha256).write_bytes(b"another")
    answer = rosa.post(reverse("bundle-fetch", args=[bundle.pk]), PROOF)
    assert answer.status_code == 422 and "no longer what was issued" in answer.content.decode()


def test_another_manager_sees_that_it_was_made_and_cannot_fetch_it(cast, client, bundle):
    running.run_waiting(clock=timezone.now)
    accounts.give_role(user=cast.omar, role="manager", home=cast.elm, by=CURA, now=cast.opened)
    client.force_login(cast.omar)
    page = client.get(reverse("bundle", args=[bundle.pk])).content.decode()
    assert "Only Rosa" in page and "Fetch the file" not in page
    assert client.post(reverse("bundle-fetch", args=[bundle.pk]), PROOF).status_code == 403
    assert (
        bundle.reference in client.get(reverse("child-papers", args=[cast.kai.pk])).content.decode()
    )


def test_a_bundle_of_a_child_is_not_listed_under_the_house(cast, rosa, bundle):
    assert (
        bundle.reference in rosa.get(reverse("child-papers", args=[cast.kai.pk])).content.decode()
    )
    assert bundle.reference not in rosa.get(reverse("home-papers", args=["elm"])).content.decode()


def test_a_longer_list_of_bundles_asks_no_more(cast, rosa, bundle):
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            assert rosa.get(reverse("child-papers", args=[cast.kai.pk])).status_code == 200
        return len(found)

    running.run_waiting(clock=timezone.now)
    queries()
    one = queries()
    for _ in range(12):
        asked(cast)
        running.run_waiting(clock=timezone.now)
    assert Issued.objects.count() == 13
    assert queries() == one
