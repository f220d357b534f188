"""Links for people without an account: who makes them, what they open, and for how long."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured, PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone

from cura.core.accounts import actions as people
from cura.core.audit.models import AuditEvent
from cura.core.links import actions, reading
from cura.core.links import purpose as purposes
from cura.core.links.link import Link, hash_of
from cura.core.links.mail import send as send_mail
from tests.links.conftest import purpose

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def empty_cache(own_folder):
    cache.clear()


@pytest.fixture
def clock():
    """It stands still: a minute must not end in the middle of the test."""
    with time_machine.travel(datetime.now(UTC), tick=False) as traveller:
        yield traveller


def words(answer):
    return " ".join(answer.content.decode().split())


def test_only_the_hash_is_kept(cast, send):
    link, path = send()
    secret = path.split("/")[2]
    assert len(secret) == 43
    assert link.secret_hash == hash_of(secret)
    held = json.dumps(list(Link.objects.values()) + list(AuditEvent.objects.values()), default=str)
    assert secret not in held


def test_making_one_is_in_the_log_of_the_home(cast, send, note):
    link, _ = send(to_email="morgan@example.org")
    event = AuditEvent.objects.get(action="link.made")
    assert (event.home_id, event.child_id, event.actor_id) == (
        cast.elm.pk,
        cast.kai.pk,
        cast.sam.pk,
    )
    body = json.loads(event.body)
    assert (body["to"], body["email"], body["record"]) == (
        "Morgan Cole",
        link.to_email,
        str(note.pk),
    )


def test_nobody_gives_away_what_is_not_hers_to_give(cast, note, once):
    people.exclude(user=cast.tess, record=note, why="About her", by=cast.rosa, now=timezone.now())
    for other in (cast.cara, cast.omar, cast.olga, cast.ivy, cast.ned, cast.tess):
        with pytest.raises(PermissionDenied):
            actions.make(purpose=once, record=note, to_name="M", by=other, now=NOW)
    assert not Link.objects.exists()


def test_what_shows_a_record_is_given_by_those_who_may_send_records_out(cast, note, monkeypatch):
    shows = purpose("test.export", once=False, export=True)
    monkeypatch.setitem(purposes._purposes, shows.key, shows)
    with pytest.raises(PermissionDenied, match="out of the home"):
        actions.make(purpose=shows, record=note, to_name="M", by=cast.sam, now=NOW)
    link, _ = actions.make(purpose=shows, record=note, to_name="M", by=cast.rosa, now=NOW)
    assert actions.end(link=link, by=cast.sam, now=NOW).ended_at  # the key worker ends it at once


def test_a_link_is_for_somebody_with_a_name_and_a_real_address(cast, note, once):
    for wrong in ({"to_name": "  "}, {"to_name": "M", "to_email": "a@b\nBcc: c@example.org"}):
        with pytest.raises(ValidationError):
            actions.make(purpose=once, record=note, by=cast.sam, now=NOW, **wrong)


def test_the_door_says_nothing_of_the_child_and_uses_nothing_up(client, cast, send, note):
    link, path = send()
    for _ in range(3):
        door = client.get(path)
        assert door.status_code == 200
        assert "A report to read" in words(door)
        assert "Sam Birch of Elm House" in words(door)
        for told in ("Kai", "Marsh", str(note.pk), "Morgan"):
            assert told not in words(door)
    link.refresh_from_db()
    assert link.used_at is None
    assert not AuditEvent.objects.filter(action="link.opened").exists()


def test_the_button_opens_it_and_the_log_says_who(client, cast, send, note):
    link, path = send()
    assert f"the report {note.pk}" in words(client.post(path))
    event = AuditEvent.objects.get(action="link.opened")
    assert (event.actor, event.actor_id) == ("link holder: Morgan Cole", None)
    assert (event.object_id, event.child_id) == (note.pk, cast.kai.pk)
    assert event.chain == f"read:{cast.elm.pk}"


def test_the_button_needs_its_own_page(cast, send):
    _, path = send()
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(path).status_code == 403
    strict.get(path)
    token = re.search(
        r'name="csrfmiddlewaretoken" value="(\w+)"', strict.get(path).content.decode()
    )
    assert strict.post(path, {"csrfmiddlewaretoken": token[1]}).status_code == 200


def test_what_opens_once_opens_once(client, send):
    _, path = send()
    assert client.post(path).status_code == 200
    assert client.post(path).status_code == 404
    assert client.get(path).status_code == 404
    assert AuditEvent.objects.filter(action="link.opened").count() == 1


def test_its_holder_goes_on_with_a_pass(client, send, often):
    _, path = send()
    token = re.search(r'name="pass" value="([^"]+)"', words(client.post(path)))[1]
    assert "thank you for: all good" in words(
        client.post(path, {"pass": token, "words": "all good"})
    )
    assert client.post(path, {"pass": token[:-1] + "x", "words": "x"}).status_code == 404
    _, other = send(often)
    assert "the report" in words(client.post(other, {"pass": token}))


def test_a_pass_ends_with_its_link(client, cast, send):
    link, path = send()
    token = re.search(r'name="pass" value="([^"]+)"', words(client.post(path)))[1]
    actions.end(link=link, by=cast.sam, now=datetime.now(UTC))
    assert client.post(path, {"pass": token, "words": "x"}).status_code == 404


def test_what_opens_often_opens_until_it_runs_out(client, send, often):
    link, path = send(often)
    assert [client.post(path).status_code for _ in range(3)] == [200] * 3
    assert AuditEvent.objects.filter(action="link.opened").count() == 3
    Link.objects.update(made_at=NOW - timedelta(days=8), expires_at=NOW - timedelta(days=1))
    assert client.post(path).status_code == 404


def test_all_that_does_not_open_looks_alike(client, cast, send, often):
    cast.elm.phone = "01632 960001"
    cast.elm.save()
    ended, ended_path = send(often)
    actions.end(link=ended, by=cast.sam, now=datetime.now(UTC))
    _, old_path = send(often, now=datetime.now(UTC) - timedelta(days=8))
    for path in (ended_path, old_path):
        for answer in (client.get(path), client.post(path)):
            assert answer.status_code == 404
            assert "This does not open" in words(answer)
            assert "tel:01632960001" in words(answer)
            assert "Kai" not in words(answer)
    unknown = client.get(f"/l/{'x' * 43}/")
    assert unknown.status_code == 404
    assert "This does not open" in words(unknown)
    assert "01632" not in words(unknown)


def test_a_purpose_that_is_gone_opens_nothing(client, send, monkeypatch):
    _, path = send()
    monkeypatch.setattr(purposes, "_purposes", {})
    assert client.get(path).status_code == client.post(path).status_code == 404


def test_nothing_is_kept_or_told_on(client, send):
    _, path = send()
    for answer in (client.get(path), client.post(path), client.get(path)):
        assert "no-store" in answer["Cache-Control"]
        assert "noindex" in answer["X-Robots-Tag"]
        assert answer["Referrer-Policy"] == "same-origin"


def test_an_opening_that_cannot_be_logged_does_not_happen(client, send, monkeypatch):
    link, path = send()
    client.raise_request_exception = False
    monkeypatch.setattr("cura.core.links.actions.log.append", broken)
    assert client.post(path).status_code == 500
    link.refresh_from_db()
    assert link.used_at is None


def broken(**_):
    raise RuntimeError


def test_an_address_that_asks_too_often_must_wait(client, send, clock):
    clock.move_to(datetime.now(UTC).replace(second=1))
    _, path = send()
    codes = [client.get("/l/guess/").status_code for _ in range(31)]
    assert codes[0] == 404
    assert codes[-1] == 429
    assert client.post(path).status_code == 429
    elsewhere = Client(REMOTE_ADDR="203.0.113.9")
    assert elsewhere.post(path).status_code == 200


def test_those_who_may_make_links_end_them(cast, as_user, send, note, often):
    link, _ = send(often)
    assert as_user(cast.omar).post(f"/links/{link.pk}/end/").status_code == 404
    assert as_user(cast.cara).post(f"/links/{link.pk}/end/").status_code == 404
    browser = as_user(cast.tess)
    assert browser.get(f"/links/{link.pk}/end/").status_code == 405
    answer = browser.post(f"/links/{link.pk}/end/")
    assert answer.url == f"/go/residents.dailynote/{note.pk}/"
    link.refresh_from_db()
    first = link.ended_at
    assert first
    browser.post(f"/links/{link.pk}/end/")
    link.refresh_from_db()
    assert link.ended_at == first
    assert AuditEvent.objects.filter(action="link.ended").count() == 1


def test_the_record_says_whom_it_was_sent_to(cast, client, send, note, often):
    send(now=datetime.now(UTC) - timedelta(days=30))
    link, path = send(often)
    client.post(path)
    new, old = reading.given(note, datetime.now(UTC))
    assert (new["to"], new["end_url"]) == ("Morgan Cole", f"/links/{link.pk}/end/")
    assert new["state"].startswith("first opened")
    assert old["state"].startswith("not opened, ran out")
    assert old["end_url"] == ""


def test_the_mail_holds_the_address_and_no_child(
    cast, note, once, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        link, url = actions.make(
            purpose=once, record=note, to_name="Morgan Cole", to_email="morgan@example.org",
            by=cast.sam, now=NOW,
        )  # fmt: skip
        send_mail(link=link, url=url)
        assert not mail.outbox
    message = mail.outbox[0]
    assert message.to == ["morgan@example.org"]
    assert url in message.body
    assert "Mon 9 Mar 2026, 18:00 and opens once" in message.body
    for told in ("Kai", "Marsh", "Elm"):
        assert told not in message.subject + message.body


def test_two_purposes_do_not_share_a_key(once):
    with pytest.raises(ImproperlyConfigured):
        purposes.add(once)
