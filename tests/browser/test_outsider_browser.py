"""Those who come from outside, on their phones: a social worker, a mother, somebody with a link."""

import re
import subprocess
from datetime import timedelta
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from cura.core.accounts import actions as people
from cura.core.accounts.program import CURA
from cura.core.links.link import Link
from cura.core.records import actions, registry
from residents.child import actions as child_actions
from residents.child.models import ChildGrant
from residents.report.month import due
from tests import builders
from tests.cast import PASSWORD
from tests.house.household import fill

NOTE = registry.of("residents.dailynote")
DIARY = registry.of("residents.diaryentry")
HER_OWN = ("/me/", "/accounts/", "/inbox/", "/drafts/", "/keys/", "/hide/", "/find/")
OTHERS = re.compile(r"zqhousemia|zqola|\bMia\b|\bOla\b|\bFay\b|Mia Stone|Oak House|Far House")
MOST = 400


# ---- walking wherever a finger could go ----------------------------------------------------------
class Links(HTMLParser):
    """What of a page leads on, what it sends, and its words."""

    def __init__(self):
        super().__init__()
        self.links, self.forms, self.words = [], [], []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "a" and found.get("href"):
            self.links.append(found["href"])
        if tag == "form" and found.get("method", "").lower() == "post":
            self.forms.append(found.get("action") or "")

    def handle_data(self, data):
        self.words.append(data)


def words_of(answer) -> tuple[str, Links]:
    page = Links()
    kind = answer.headers.get("content-type", "")
    if kind.startswith("text/"):
        page.feed(answer.text())
        return " ".join(page.words), page
    if kind == "application/pdf":
        told = subprocess.run(
            ["pdftotext", "-", "-"], input=answer.body(), capture_output=True, check=True
        )
        return told.stdout.decode(), page
    return "", page


def walk(page: Page) -> dict[str, tuple[int, str, Links]]:
    """Each address that can be reached from the page she is on, by path and question."""
    seen, waiting, printed = {}, [page.url], set()
    while waiting:
        address = waiting.pop(0)
        where = urlsplit(address)
        name = where.path + (f"?{where.query}" if where.query else "")
        if name in seen or where.netloc != urlsplit(page.url).netloc:
            continue
        assert len(seen) < MOST, "she should not have so many pages"
        answer = page.request.get(address)
        words, found = words_of(answer)
        seen[name] = (answer.status, words, found)
        near = [link for link in found.links if ":" not in link.split("/")[0]]
        waiting += [urljoin(answer.url, link) for link in near if _new(link, printed)]
    return seen


def _new(link: str, printed: set[str]) -> bool:
    """A diary goes back for ever, and each page of it is like the next; of each kind of record one
    is printed, for a PDF costs a second."""
    if "/print/" not in link:
        return "from=" not in link
    kind = re.sub(r"[0-9a-f-]{36}", "", link)
    return kind not in printed and not printed.add(kind)


def writes(found: Links) -> list[str]:
    """Where a page offers to write, change or sign something that is not her own."""
    offered = [a for a in found.links if re.search(r"/(new|change|do|write)/", urlsplit(a).path)]
    sent = [a for a in found.forms if not urlsplit(a).path.startswith(("/accounts/", "/inbox/"))]
    return offered + [a for a in sent if a]


# ---- a social worker -----------------------------------------------------------------------------
@pytest.fixture
def house(cast):
    """One of everything about Kai and about Mia and Elm; a note about Ola at Oak."""
    return {
        "kai": fill(cast, child=cast.kai, whose="kai"),
        "mia": fill(cast, child=cast.mia, whose="mia", home=cast.elm),
        "ola": builders.signed(NOTE, subject=cast.ola, by=cast.omar, canary="zqola"),
    }


@pytest.fixture
def ivy(cast, house, page_for) -> Page:
    page = page_for("ivy")
    page.goto("/")
    return page


def test_a_social_worker_sees_one_child_and_no_more(cast, house, ivy):
    assert ivy.url.endswith(f"/children/{cast.kai.pk}/"), "her day begins with her child"
    expect(ivy.get_by_role("heading", level=1)).to_have_text("Kai M.")
    assert ivy.evaluate("document.documentElement.scrollWidth") <= 390
    pages = walk(ivy)
    kai = [name for name in pages if name.startswith("/daily-notes/")]
    assert kai, "she reads notes about Kai"
    assert any("zqhousekaidn" in words for _, words, _ in pages.values())
    for name, (status, words, found) in pages.items():
        assert status == 200, name
        assert not OTHERS.search(words), (name, OTHERS.search(words))
        assert not name.startswith(("/homes/", "/tablets/", "/admin/", "/handovers/")), name
        if not name.startswith(HER_OWN):
            assert not writes(found), (name, writes(found))

    nothing_else_opens(cast, house, ivy)
    find_knows_her_child_only(ivy)


def nothing_else_opens(cast, house, ivy) -> None:
    """By its address, as somebody might guess it or have kept it."""
    others = [record for _, record in house["mia"].every()] + [house["ola"]]
    for record in others:
        type = registry.of(record)
        for verb in ("detail", "history", "print"):
            address = reverse(type.url(verb), args=[record.pk])
            assert ivy.request.get(address).status == 404, address
    for child in (cast.mia, cast.ola, cast.fay):
        for address in (f"/children/{child.pk}/", f"/children/{child.pk}/daily-notes/"):
            assert ivy.request.get(address).status == 404, address
    for address in ("/homes/elm/", "/homes/elm/diary/", "/homes/elm/handovers/", "/homes/oak/"):
        assert ivy.request.get(address).status == 404, address
    for address in (f"/daily-notes/new/{cast.kai.pk}/", f"/key-work/new/{cast.kai.pk}/"):
        assert ivy.request.get(address).status == 404, address
    assert ivy.request.get("/tablets/").status == 403


def find_knows_her_child_only(ivy) -> None:
    ivy.goto("/")
    ivy.locator("#find-open").click()
    box = ivy.get_by_role("combobox")
    box.fill("kai")
    expect(ivy.get_by_role("option", name=re.compile("Kai M.")).first).to_be_visible()
    for words in ("mia", "zqhousemiadn", "zqola", "handover"):
        box.fill(words)
        box.press("Enter")
        ivy.wait_for_url("**/find/")
        expect(ivy.locator("main")).not_to_contain_text(re.compile(r"zqhousemia|zqola|Mia S"))
        assert ivy.locator("main a[href*='/new/'], main mark").count() == 0
        ivy.goto("/")
        ivy.locator("#find-open").click()


def test_when_her_grant_ends_the_page_is_gone_at_once(cast, page_for):
    note = builders.signed(NOTE, subject=cast.kai, by=cast.sam, canary="zqkaidn")
    ivy = page_for("ivy")
    ivy.goto(f"/daily-notes/{note.pk}/")
    expect(ivy.get_by_role("main")).to_contain_text("zqkaidn")
    child_actions.end_grant(
        grant=ChildGrant.objects.get(user=cast.ivy), by=cast.rosa, now=timezone.now()
    )
    assert ivy.reload().status == 404
    assert "zqkai" not in ivy.content()
    assert ivy.goto(f"/children/{cast.kai.pk}/").status == 404
    ivy.goto("/")
    expect(ivy.get_by_text("There is nothing for you to see here now.")).to_be_visible()


# ---- a mother ------------------------------------------------------------------------------------
@pytest.fixture
def mother(cast):
    now = timezone.now()
    beth = people.add_person(
        organisation=cast.acorn, username="beth", name="Beth Marsh", by=CURA, now=now
    )
    beth.set_password(PASSWORD)
    beth.save()
    child_actions.grant(child=cast.kai, user=beth, role="parent", by=cast.rosa, now=now)
    return beth


def entry(cast, title: str, child, **change):
    asked = {"title": [title], "children": [str(child.pk)] if child else [], "house_only": []}
    soon = timezone.localtime() + timedelta(days=2)
    asked |= {"happened_at": [f"{soon:%Y-%m-%dT%H:%M}"], "until": [""], "weekly_until": [""]}
    return builders.make(DIARY, subject=cast.elm, by=cast.tess, change=asked | change)


def test_a_mother_sees_the_diary_of_her_child_only(cast, mother, page_for):
    kai = fill(cast, child=cast.kai, whose="kai")
    entry(cast, "Tea with Mum", cast.kai)
    entry(cast, "What we keep to ourselves", cast.kai, house_only=["on"])
    entry(cast, "Dentist of Mia", cast.mia)
    page = page_for("beth")
    page.goto("/")
    assert page.url.endswith(f"/children/{cast.kai.pk}/diary/")
    expect(page.get_by_role("main")).to_contain_text("Tea with Mum")
    pages = walk(page)
    kept = re.compile(r"zqhousekai|keep to ourselves|Dentist")
    for name, (status, words, found) in pages.items():
        assert status == 200, name
        assert not OTHERS.search(words) and not kept.search(words), name
        if not name.startswith(HER_OWN):
            assert not writes(found), (name, writes(found))
            assert "Elm House" not in words, (name, "where the child lives may be kept from her")
    note = kai.records["daily-notes"]
    for address in (f"/children/{cast.kai.pk}/", f"/daily-notes/{note.pk}/", "/children/"):
        assert page.request.get(address).status == 404, address


# ---- somebody without an account -----------------------------------------------------------------
def checked_report(cast):
    report = registry.of("residents.monthlyreport")
    month = due(timezone.localdate()).isoformat()
    change = {"wellbeing": ["He laughs again."], "month": [month]}
    record = builders.signed(report, subject=cast.kai, by=cast.sam, change=change)
    values = {"manager_words": "Thank you, Sam."}
    return actions.reach(
        record=record, moment="checked", by=cast.rosa, values=values, now=timezone.now()
    )


def social_worker(cast):
    change = {
        "name": ["Femi Alade"], "who": ["social_worker"], "email": ["femi@example.org"],
        "phone": ["01632 960100"],
    }  # fmt: skip
    kind = registry.of("residents.importantperson")
    return builders.make(kind, subject=cast.kai, by=cast.rosa, change=change)


@pytest.fixture
def sent(cast, page_for) -> tuple[Page, str]:
    """Rosa's page of the report, and the address that stood in the mail."""
    social_worker(cast)
    report = checked_report(cast)
    rosa = page_for("rosa", "desktop")
    rosa.goto(f"/monthly-reports/{report.pk}/")
    rosa.get_by_role("link", name="Send by link").click()
    rosa.get_by_label(re.compile("Femi Alade")).check()
    rosa.locator(".save-bar").get_by_role("button", name="Send by link").click()
    expect(rosa.get_by_text("Sent to Femi Alade")).to_be_visible()
    (message,) = mail.outbox
    assert "Kai" not in message.subject + message.body
    return rosa, re.search(r"/l/\S+", message.body)[0]


def test_a_report_by_link_opens_prints_and_ends(cast, sent, device):
    rosa, address = sent
    page = device().new_page()
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("A report to read")
    assert not re.search(r"Kai|He laughs", page.content()), "nothing before the button"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Open the report").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Monthly report")
    text = handed_out(page, page.get_by_role("button", name="Read it (PDF)"))
    assert "He laughs again." in text and "Thank you, Sam." in text
    rosa.reload()
    expect(rosa.get_by_label("Where it has gone")).to_contain_text("pened")
    rosa.get_by_role("button", name=re.compile("End this link")).click()
    assert page.goto(address).status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("This does not open")


def handed_out(page: Page, button) -> str:
    """The words of the PDF that this button gives, whatever the browser does with a PDF."""
    answers = []

    def keep(route):
        answers.append(route.fetch())
        route.fulfill(status=204)

    page.route("**/l/**", keep)
    button.click()
    for _ in range(200):
        if answers:
            break
        page.wait_for_timeout(100)
    page.unroute("**/l/**")
    assert answers[0].headers["content-type"] == "application/pdf"
    return words_of(answers[0])[0]


def test_a_link_runs_out(cast, sent, device):
    _, address = sent
    page = device().new_page()
    page.goto(address)
    now = timezone.now()
    Link.objects.update(made_at=now - timedelta(days=15), expires_at=now - timedelta(days=1))
    page.get_by_role("button", name="Open the report").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("This does not open")
    expect(page.get_by_text("ask for a new one")).to_be_visible()
    assert "He laughs" not in page.content()
