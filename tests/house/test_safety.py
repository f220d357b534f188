"""Looking changes nothing; no forged form is taken; every answer carries its headers; nothing that
was typed runs in a page, leads out of the house, or stands in a log."""

import hashlib
import logging
import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import pytest
from django.apps import apps
from django.db import connection
from django.forms import CharField
from django.test import Client
from django.urls import reverse

from cura.core.attachments.attachment import Attachment
from tests import builders
from tests import cast as people
from tests.cast import PASSWORD
from tests.house import addresses, household
from tests.house.pages import (
    TYPES,
    Walker,
    filled,
    pages,
    plain_routes,
    signed_in,
    step_pages,
    walk,
)

# What reading writes: who read it, and that the session is alive.
READING = {
    "audit.AuditEvent",
    "audit.Chain",
    "sessions.Session",
    "usersessions.UserSession",
    "residents.DiaryFeed",  # when a calendar last fetched it
    "compliance.DueFeed",
}
ATTACK = "\"><svg onload=alert(1)>'{{7*7}}"
RUNS = re.compile(r"<svg\b[^>]*\bonload", re.I)


@dataclass
class Walk:
    """Every page of the house as Rosa saw it, and the database before and after."""

    answers: dict
    before: dict
    after: dict


@pytest.fixture(scope="module")
def walk_of_rosa(lived_in):
    """Everything that stands at Elm, the attack in each of its texts."""
    cast = people.recall()
    elm = household.fill(cast, child=cast.kai, whose="kai", home=cast.elm, text=ATTACK)
    client = signed_in(cast.rosa)
    before = state_of_the_database()
    answers = {url: client.get(url) for url in everything(cast, elm)}
    return Walk(answers, before, state_of_the_database())


def everything(cast, elm) -> list[str]:
    """Every address that a GET may open, with the print of one record."""
    found = [pages(TYPES[0], elm.records[TYPES[0].slug])["print"]]
    for type, record in elm.every():
        mine = pages(type, record) | step_pages(type, record)
        mine.pop("print")
        whole = record in (elm.records[type.slug], elm.opened[type.slug])
        found += mine.values() if whole else [mine["detail"], mine["history"]]
    rows = [*elm.drafts[:2], *elm.uploads[:2], *Attachment.objects.all()[:2], cast.kai, cast.sam]
    rows += elm.bundles
    known = {"year": [2026], "month": [6], "day": [10], "slug": [cast.elm.slug]}
    known |= {"uuid": [row.pk for row in rows], "child": [cast.kai.pk]}
    for name, route in plain_routes():
        if name not in addresses.CHANGED_BY_LOOKING:
            found += filled(route, **known)
    return sorted(set(found))


def state_of_the_database() -> dict[str, str]:
    """A hash for each table, of every row in it."""
    found = {}
    for model in apps.get_models():
        if model._meta.label not in READING:
            rows = model._base_manager.order_by("pk").values_list()
            found[model._meta.label] = hashlib.sha256(repr(list(rows)).encode()).hexdigest()
    return found


def test_looking_changes_nothing(settled, walk_of_rosa):
    opened = [url for url, answer in walk_of_rosa.answers.items() if answer.status_code == 200]
    assert len(opened) > 10 * len(TYPES)
    before, after = walk_of_rosa.before, walk_of_rosa.after
    assert {name for name in after if after[name] != before[name]} == set()


def test_no_page_is_a_fault_of_ours(settled, walk_of_rosa):
    wrong = {u: a.status_code for u, a in walk_of_rosa.answers.items() if a.status_code >= 500}
    assert set(wrong) <= {reverse("health")}  # no worker runs in a test


HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}
OPEN = {"/manifest.webmanifest", "/sw.js"}  # the same for all the world, and about nobody


def test_every_answer_carries_its_headers(settled, walk_of_rosa):
    """Signed in and signed out; pages, redirects, files, refusals."""
    for url, answer in walk_of_rosa.answers.items():
        check_headers(url, answer, signed_in=True)
    for client in (signed_in(settled.olga), Walker()):
        for url in list(walk_of_rosa.answers)[::9]:
            check_headers(url, client.get(url), signed_in=client.session.keys())


def check_headers(url: str, answer, signed_in: bool) -> None:
    for name, value in HEADERS.items():
        assert answer.get(name) == value, (url, name)
    policy = answer["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in policy and "default-src 'none'" in policy, url
    # A text file is shown by the browser's own page, which styles itself; it runs nothing.
    a_file = url.startswith(("/files/", "/uploads/")) and "sandbox" in policy
    assert a_file or "unsafe" not in policy, url
    assert "unsafe-eval" not in policy and "script-src 'unsafe" not in policy, url
    if signed_in and url not in OPEN:
        assert "no-store" in answer["Cache-Control"] and "public" not in answer["Cache-Control"]


def test_nothing_typed_runs_in_a_page(settled, walk_of_rosa):
    """Where it was typed, where it is listed, where it was added, and where it is asked for."""
    shown = {
        url: answer.content.decode()
        for url, answer in walk_of_rosa.answers.items()
        if answer["Content-Type"].startswith("text/html")
    }
    assert [url for url, page in shown.items() if RUNS.search(page)] == []
    for type in TYPES:
        pages_of = [page for url, page in shown.items() if f"/{type.slug}/" in url]
        asks = any(isinstance(f, CharField) for f in type.form.base_fields.values())
        assert not asks or any("&lt;svg onload" in page for page in pages_of), type.slug
    found = signed_in(settled.rosa).post(reverse("find"), {"find": ATTACK}).content.decode()
    assert not RUNS.search(found) and "&lt;svg" in found


@pytest.mark.parametrize("status", [400, 403, 404, 405, 500])
def test_an_error_page_carries_them_too(cast, status, monkeypatch):
    client = Client(raise_request_exception=False)
    client.force_login(cast.cara)
    wrong = {
        400: lambda: client.get("/", headers={"host": "elsewhere.example"}),
        403: lambda: client.get(reverse("tablets")),
        404: lambda: client.get("/nowhere/"),
        405: lambda: client.post(reverse("today")),
        500: lambda: broken(client, monkeypatch),
    }
    answer = wrong[status]()
    assert answer.status_code == status
    text = answer.content.decode()
    assert not [told for told in ("Traceback", "Exception", "cura.core") if told in text]
    if status != 400:  # asked for a house that is not ours: nothing of ours is sent along
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in answer["Content-Security-Policy"]


def broken(client, monkeypatch):
    def burst(*args, **kwargs):
        raise RuntimeError("zqsecret in the fault itself")

    monkeypatch.setattr("cura.core.panels.panels.shown", burst)
    answer = client.get(reverse("today"))
    assert "zqsecret" not in answer.content.decode()
    return answer


# Pages whose forms are guarded by something else than the token of the session: none so far.
NO_TOKEN: set[str] = set()


def test_no_form_is_taken_without_its_token(cast):
    """Every address, by POST, as somebody who may do nearly everything."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.rosa)
    record = builders.make(TYPES[0], subject=cast.kai, by=cast.rosa)
    for name, route, _ in walk():
        if "(?P" in route:
            continue
        known = {"slug": ["elm"], "uuid": [record.pk], "int": [1], "str": ["x"], "path": ["x"]}
        for url in filled(route, **known)[:1]:
            answer = client.post(url, {"words": "forged"})
            assert answer.status_code == 403 or name in NO_TOKEN, (name, answer.status_code)


OUTSIDE = (
    "https://evil.example/", "//evil.example", "///evil.example", "/\\evil.example",
    "\\\\evil.example",
    "http:evil.example", "https:/evil.example", "javascript:alert(1)", "JaVaScRiPt:alert(1)",
    "data:text/html,x", "/\t/evil.example", "\x00//evil.example", "https://localhost@evil.example",
    "https://testserver.evil.example/", " //evil.example", "%2f%2fevil.example",
)  # fmt: skip


@pytest.mark.parametrize("to", OUTSIDE)
def test_no_sign_in_leads_out_of_the_house(cast, to):
    places = []
    for url in (reverse("account_login"), reverse("account_reauthenticate")):
        client = Client()
        if url == reverse("account_reauthenticate"):
            client.force_login(cast.sam)
        page = client.get(url, {"next": to})
        places.append(page.get("Location", ""))
        assert f'href="{to}"' not in page.content.decode()
        body = {"login": "sam", "password": PASSWORD, "next": to}
        places.append(client.post(url, body).get("Location", ""))
    client = Client()
    client.force_login(cast.sam)
    for url in (reverse("sign-in-fully"), reverse("account_logout"), reverse("session-stay")):
        places.append(client.post(url, {"next": to}).get("Location", ""))
    assert not [place for place in places if leads_out(place)]


def leads_out(place: str) -> bool:
    """Where a browser would go: it takes \\ for / and passes over what cannot be seen."""
    read = re.sub(r"[\x00-\x20]", "", place).replace("\\", "/")
    to = urlsplit(urljoin("http://testserver/accounts/login/", read))
    return (to.scheme, to.netloc) != ("http", "testserver")


def test_no_word_of_a_record_stands_in_the_log(cast, client, caplog, settings, monkeypatch):
    """Saved, refused, broken: the log names ids and addresses."""
    caplog.set_level(logging.DEBUG)
    logging.getLogger("faker").setLevel(logging.WARNING)
    client.raise_request_exception = False
    client.force_login(cast.rosa)
    for type in TYPES:
        subject = builders.subject_for(type, home=cast.elm, child=cast.kai)
        url = reverse(type.url("new"), args=[subject.pk])
        body = builders.posted_for(type, subject=subject, user=cast.rosa, canary="zqlog")
        client.post(url, body)
        client.post(url, body | {"happened_at": ["zqlog never"]})
    client.post(reverse("find"), {"find": "zqlog"})
    with monkeypatch.context() as patched:
        patched.setattr("cura.core.records.actions.log.wrote", _burst)
        assert client.post(url, body | {"token": ["0" * 32]}).status_code == 500
    said = [r for r in caplog.records if not r.name.startswith("django.db")]
    assert said
    assert not [r.name for r in said if "zqlog" in f"{r.getMessage()} {r.exc_text or ''}"]
    assert connection.is_usable()


def _burst(record, *args, **kwargs):
    raise RuntimeError("the chain is broken")
