"""Every page in a real browser: for those who cannot see well, cannot use a mouse, or hold a phone.

The main pages at three widths in light and dark; of every kind of record its own pages once, each
at another pair. No violation that axe knows, nothing that scrolls sideways, no script refused.
"""

from itertools import cycle

import pytest
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts import tablets
from cura.core.records import steps
from cura.core.records.drafts import actions as drafts
from cura.core.records.drafts import places
from cura.lib.uuid7 import uuid7
from tests import axe
from tests.cast import PASSWORD
from tests.house import addresses, household
from tests.house.pages import TYPES, filled, pages, plain_routes, step_pages, subject_key, walk


class Reader:
    """One page of the browser, led from address to address."""

    def __init__(self, page):
        self.page, self.found, self.read = page, [], 0

    def look(self, url: str, pairs=axe.PAIRS) -> None:
        self.page.goto(url)
        self._judge(url, pairs)

    def look_if_it_opens(self, url: str, pairs) -> bool:
        """Leaves out what is not there, and what leads to another page."""
        answer = self.page.goto(url)
        opened = answer.status == 200 and not answer.request.redirected_from
        if opened:
            self._judge(url, pairs)
        return opened

    def said(self) -> str:
        return "\n".join(" ".join(map(str, each)) for each in self.found)

    def _judge(self, url: str, pairs) -> None:
        self.found += [(url, *each) for each in axe.wrong(self.page, pairs)]
        self.read += 1


@pytest.fixture
def elm(transactional_db, cast):
    return household.fill(cast, child=cast.kai, whose="kai", home=cast.elm, now=timezone.now())


@pytest.fixture
def read_by(page_for):
    def make(username: str) -> Reader:
        return Reader(page_for(username, "desktop", service_workers="block"))

    return make


def opens(client, urls) -> list[str]:
    """Of these the ones that are pages, each once."""
    found = {}
    for url in urls:
        answer = client.get(url)
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            if "<html" in answer.content.decode():  # not a piece that a script puts into a page
                found.setdefault(url, None)
    return list(found)


def main_pages(cast, elm, client) -> list[str]:
    """Every plain address of ours, one's own settings, and the pages of two kinds of record."""
    today = timezone.localdate()
    day = {"year": [today.year], "month": [today.month], "day": [today.day]}
    rows = [elm.drafts[0].pk, cast.sam.pk, *(bundle.pk for bundle in elm.bundles)]
    urls = []
    for name, route in plain_routes():
        if name not in {*addresses.CHANGED_BY_LOOKING, "floor", "link"}:
            known = {"slug": ["elm"], "child": [cast.kai.pk], "uuid": rows, **day}
            known["key"] = ["FIRE-WEEK", "good-things"]  # a duty, a rate
            if route == "children/<uuid:pk>/" or name == "child-change":
                known["uuid"] = [cast.kai.pk]
            urls += filled(route, **known)
    for name in ("home-bundle", "child-bundle"):  # counted, and asked for the password
        days = f"?first={today}&last={today}&kinds="
        urls += [f"{url}{days}{kind}" for url in named(name, cast) for kind in ("daily-notes", "")]
    families = ("account_", "mfa_", "usersessions_")
    for name, route, _ in walk():
        if name.startswith(families) and not set("<(") & set(route) and name != "account_logout":
            urls.append(reverse(name))
    for slug in ("daily-notes", "handovers"):
        urls += kind_pages(next(t for t in TYPES if t.slug == slug), elm)
    return opens(client, urls)


def named(name: str, cast) -> list[str]:
    route = dict(plain_routes())[name]
    return filled(route, slug=["elm"], child=[cast.kai.pk])


def kind_pages(type, elm) -> list[str]:
    """List and new; of one record its page and history; its change; and every act of its own."""
    record, opened = elm.records[type.slug], elm.opened[type.slug]
    urls = [
        reverse(type.url("list"), args=[subject_key(type, record.subject)]),
        reverse(type.url("new"), args=[record.subject.pk]),
        pages(type, record)["detail"],
        pages(type, opened)["edit"],
        pages(type, record)["history"],
        step_pages(type, opened)["void"],
    ]
    own = steps.of(type)[: len(type.moments) + len(type.steps) + len(type.parts)]
    for act in own:
        ready = next((r for r in (record, opened) if act.when(r)), None)
        urls += [step_pages(type, ready)[act.key]] if ready and act.form else []
    return urls


def with_password(cast, client, page) -> None:
    """Some of one's own settings open only after the password of just now."""
    again = reverse("account_reauthenticate")
    client.post(again, {"password": PASSWORD})
    page.goto(f"{again}?next=/keys/")
    page.fill("[name=password]", PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/keys/")


def test_the_main_pages_in_six_ways(cast, elm, read_by, client, monkeypatch):
    client.force_login(cast.rosa)
    reader = read_by("rosa")
    with_password(cast, client, reader.page)
    for url in main_pages(cast, elm, client):
        reader.look(url)
    monkeypatch.setattr("cura.core.panels.panels.shown", lambda *a, **k: 1 / 0)
    for url in ("/nowhere/", "/today/"):
        reader.look(url)
    assert reader.read > 40
    assert not reader.found, reader.said()


def test_the_pages_of_every_kind(cast, elm, read_by):
    reader, pairs = read_by("rosa"), cycle(axe.PAIRS)
    pair = next(pairs)
    for type in TYPES:
        urls = kind_pages(type, elm)
        if type.slug in elm.through:
            urls.append(pages(type, elm.through[type.slug])["detail"])
        for url in dict.fromkeys(urls):
            if reader.look_if_it_opens(url, [pair]):
                pair = next(pairs)
    assert reader.read > 5 * len(TYPES)
    assert not reader.found, reader.said()


def test_the_pages_of_a_worker_an_outsider_and_the_door(cast, elm, read_by, device, server):
    draft = two_texts(cast, elm)
    for name, urls in {
        "tess": [reverse("drafts"), *(reverse(f"draft-{name}", args=[draft.pk]) for name in DRAFT)],
        "sam": ("/today/", "/since/", "/homes/elm/now/", f"/children/{cast.kai.pk}/", "/tablets/"),
        "ivy": ("/", f"/children/{cast.kai.pk}/", f"/children/{cast.kai.pk}/diary/"),
    }.items():
        reader = read_by(name)
        for url in urls:
            reader.look(url)
        assert not reader.found, reader.said()
    door = Reader(device("tablet", service_workers="block").new_page())
    for url in ("/accounts/login/", "/accounts/password/reset/", "/hide/", "/offline/", "/l/none/"):
        door.look(url)
    look_at_the_tablet(cast, door, server)
    assert not door.found, door.said()


DRAFT = ("words", "throw-away", "compare")


def two_texts(cast, elm):
    """A draft on top of which another page has written."""
    draft = elm.drafts[0]
    at = places.place_of(cast.tess, draft, timezone.now())
    body = draft.body | {"words": ["what the other page says"]}
    drafts.keep(token=draft.pk, at=at, body=body, rev=0, page=uuid7(), by=cast.tess, now=elm.now)
    return draft


def look_at_the_tablet(cast, door, origin: str) -> None:
    now = timezone.now()
    tablet, secret = tablets.register(home=cast.elm, name="kitchen", by=cast.rosa, now=now)
    tablets.note_full_sign_in(tablet=tablet, user=cast.sam, now=now)
    cookie = {"name": "tablet", "value": f"{tablet.pk}:{secret}", "url": origin}
    door.page.context.add_cookies([cookie])
    for url in (reverse("tablet"), reverse("tablet-pin", args=[cast.sam.pk])):
        door.look(url)
