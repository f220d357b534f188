"""Nothing typed is ever lost: a real page, a connection that goes, sessions that end, two tabs."""

import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from cura.core.records import registry
from cura.core.records.drafts.models import Draft
from residents.daily.models import DailyNote
from tests import builders
from tests.cast import PASSWORD

WORDS = "Kai laughed at the seagulls"
KEPT = re.compile(r"^Draft kept \d\d:\d\d$")
SAFE = re.compile("Your words are safe on this device")


@pytest.fixture
def new(cast):
    return f"/daily-notes/new/{cast.kai.pk}/"


@pytest.fixture
def sam(cast, page_for, new) -> Page:
    """Sam with an empty page about Kai before him."""
    page = page_for("sam")
    page.goto(new)
    return page


def said(page: Page):
    return page.locator("#draft-status")


def write(page: Page, words: str = WORDS) -> None:
    page.locator("[name=words]").fill(words)


def on_device(page: Page) -> list[str]:
    """What lies in the browser's own storage for drafts, as anybody could read it."""
    return page.evaluate(
        "Object.entries(localStorage)"
        ".filter(([name]) => name.startsWith('cura-draft:')).map(([name, copy]) => copy)"
    )


def until(page: Page, holds) -> None:
    """The page's own `wait_for_function` is refused by our policy on scripts."""
    for _ in range(60):
        if holds():
            return
        page.wait_for_timeout(100)
    assert holds()


def nothing_on_device(page: Page) -> None:
    until(page, lambda: not on_device(page))


def kept(page: Page, words: str) -> None:
    """The server has these words, and nothing of them is left on the device."""
    until(page, lambda: Draft.objects.unfinished().filter(body__words=[words]).exists())
    expect(said(page)).to_have_text(KEPT)
    nothing_on_device(page)


def cut(page: Page) -> None:
    page.context.set_offline(True)


def mend(page: Page) -> None:
    page.context.set_offline(False)


def only_draft() -> Draft:
    return Draft.objects.unfinished().get()


def save(page: Page) -> None:
    page.locator(".save-bar button[name=save]").click()


def end_sessions() -> None:
    Session.objects.all().delete()


# ---- the nine of ux.md 3.5 --------------------------------------------------------------------
def test_words_are_kept_and_leave_the_device(sam):
    write(sam)
    kept(sam, WORDS)


def test_without_a_signal_words_stay_sealed_on_the_device(sam):
    cut(sam)
    write(sam)
    expect(said(sam)).to_contain_text(SAFE)
    (copy,) = on_device(sam)
    assert "Kai" not in copy and "seagulls" not in copy
    assert not Draft.objects.exists()
    expect(sam.locator("#unsent-count")).to_have_text("1 page not sent yet")


def test_saving_without_a_signal_is_refused_in_place(sam):
    write(sam)
    kept(sam, WORDS)
    cut(sam)
    save(sam)
    expect(said(sam)).to_contain_text("was not sent")
    expect(sam.locator("[name=words]")).to_have_value(WORDS)
    assert not DailyNote.objects.exists()
    mend(sam)
    save(sam)
    sam.wait_for_url(re.compile(r"/daily-notes/[0-9a-f-]{36}/$"))
    assert DailyNote.objects.get().words == WORDS


def test_the_signal_comes_back_and_words_go_out_by_themselves(sam):
    cut(sam)
    write(sam)
    expect(said(sam)).to_contain_text(SAFE)
    mend(sam)
    kept(sam, WORDS)


def test_a_session_that_ends_keeps_the_words_and_goes_on_after_signing_in(sam, sign_in):
    write(sam, "first")
    expect(said(sam)).to_have_text(KEPT)
    end_sessions()
    write(sam)
    expect(said(sam)).to_contain_text("You have been signed out")
    assert len(on_device(sam)) == 1
    save(sam)
    expect(sam.locator("[name=words]")).to_have_value(WORDS)
    with sam.context.expect_page() as opened:
        said(sam).get_by_role("link", name="Sign in again").click()
    beside = opened.value
    beside.fill("[name=login]", "sam")
    beside.fill("[name=password]", PASSWORD)
    beside.locator("main form button[type=submit]").first.click()
    beside.wait_for_url(lambda url: "/accounts/login/" not in url)
    sam.bring_to_front()
    sam.evaluate("dispatchEvent(new Event('focus'))")
    expect(said(sam)).to_have_text(KEPT)
    assert only_draft().body["words"] == [WORDS]
    save(sam)
    sam.wait_for_url(re.compile(r"/daily-notes/[0-9a-f-]{36}/$"))


def left_unsent(page: Page) -> None:
    """Words that could not be sent, a session that ended, a page that was closed."""
    cut(page)
    page.locator("label", has_text="The night").first.click()
    page.get_by_label("a good thing, or a first", exact=False).check()
    write(page)
    expect(said(page)).to_contain_text(SAFE)
    until(page, lambda: on_device(page))
    end_sessions()
    page.goto("about:blank")
    mend(page)


def test_another_person_on_the_same_tablet_sees_nothing(sam, sign_in, new):
    left_unsent(sam)
    sign_in(sam, "cara")
    sam.goto(new)
    expect(sam.locator("[name=words]")).to_have_value("")
    expect(sam.locator("#unsent-count")).to_be_hidden()
    sam.goto("/drafts/")
    expect(sam.get_by_text("Nothing is waiting")).to_be_visible()
    assert len(on_device(sam)) == 1, "left alone until its writer comes"
    assert not Draft.objects.exists()


def test_the_same_person_gets_words_and_ticks_back(sam, sign_in, new):
    left_unsent(sam)
    sign_in(sam, "cara")
    end_sessions()
    sign_in(sam, "sam", to=new)
    expect(sam.locator("[name=words]")).to_have_value(WORDS)
    expect(sam.locator("[name=kind][value=night]")).to_be_checked()
    expect(sam.locator("[name=good]")).to_be_checked()
    assert only_draft().body["words"] == [WORDS]
    nothing_on_device(sam)


def test_what_was_left_is_sent_from_any_page_and_offered(sam, sign_in, new):
    left_unsent(sam)
    sign_in(sam, "sam")
    nothing_on_device(sam)
    assert only_draft().body["words"] == [WORDS]
    sam.goto("/drafts/")
    expect(sam.get_by_role("link", name=re.compile("Carry on"))).to_be_visible()
    sam.goto(new)
    expect(sam.locator("[name=words]")).to_have_value("")
    sam.get_by_role("link", name="Carry on with it").click()
    expect(sam.locator("[name=words]")).to_have_value(WORDS)


def test_a_second_device_clashes_and_both_texts_are_kept(sam, page_for):
    write(sam, "from the tablet")
    expect(said(sam)).to_have_text(KEPT)
    phone = page_for("sam")
    phone.goto(sam.url)
    expect(phone.locator("[name=words]")).to_have_value("from the tablet")
    write(sam, "from the tablet, and more")
    kept(sam, "from the tablet, and more")
    write(phone, "from the phone")
    expect(said(phone)).to_contain_text("in two places at once")
    nothing_on_device(phone)
    save(phone)
    phone.wait_for_timeout(500)
    assert not DailyNote.objects.exists(), "first say which text holds"
    said(phone).get_by_role("link", name="Look at both").click()
    expect(phone.get_by_text("from the tablet, and more")).to_be_visible()
    expect(phone.get_by_text("from the phone")).to_be_visible()
    phone.get_by_role("button", name="Put both together").click()
    expect(phone.locator("[name=words]")).to_have_value(
        "from the tablet, and more\n\nfrom the phone"
    )


# ---- lines, tabs, loading again ---------------------------------------------------------------
def test_added_lines_are_part_of_the_draft(cast, page_for, sign_in):
    new = f"/key-work/new/{cast.kai.pk}/"
    page = page_for("sam")
    page.goto(new)
    write(page)
    page.locator("[name=keyworkaction-0-what]").fill("Ring the pool")
    page.get_by_role("button", name="Add a line").click()
    page.locator("[name=keyworkaction-1-what]").fill("Ask about the train")
    kept(page, WORDS)
    assert only_draft().body["keyworkaction-1-what"] == ["Ask about the train"]
    cut(page)
    page.get_by_role("button", name="Add a line").click()
    page.locator("[name=keyworkaction-2-what]").fill("Buy goggles")
    expect(said(page)).to_contain_text(SAFE)
    until(page, lambda: on_device(page))
    page.goto("about:blank")
    mend(page)
    page.goto(new)
    expect(page.locator("[name=keyworkaction-2-what]")).to_have_value("Buy goggles")
    expect(page.locator("[name=keyworkaction-0-what]")).to_have_value("Ring the pool")
    nothing_on_device(page)


def test_loading_the_page_again_keeps_the_words(sam):
    write(sam)
    kept(sam, WORDS)
    sam.reload()
    expect(sam.locator("[name=words]")).to_have_value(WORDS)


def test_closing_the_page_at_once_sends_the_last_words(sam):
    write(sam)
    sam.goto("/drafts/")
    until(sam, lambda: Draft.objects.filter(body__words=[WORDS]).exists())
    nothing_on_device(sam)


def test_somebody_who_never_pauses_is_kept_as_well(sam):
    sam.locator("[name=words]").press_sequentially("word " * 14, delay=90)
    assert Draft.objects.exists(), "six seconds without a pause"


def test_two_tabs_on_one_page(sam):
    write(sam)
    kept(sam, WORDS)
    second = sam.context.new_page()
    second.goto(sam.url)
    expect(second.get_by_text("open in another tab")).to_be_visible()
    write(sam, f"{WORDS}, twice")
    second.get_by_role("button", name="Write here instead").click()
    expect(second.locator("[name=words]")).to_have_value(f"{WORDS}, twice")
    expect(second.get_by_text("open in another tab")).to_be_hidden()
    expect(sam.get_by_text("You carry on in another tab")).to_be_visible()
    write(second, "third")
    kept(second, "third")
    assert only_draft().others == {}


def test_a_mistake_on_the_page_keeps_words_and_draft(sam):
    sam.locator("[name=own_words]").fill("They steal chips!")
    expect(said(sam)).to_have_text(KEPT)
    save(sam)
    expect(sam.locator("[name=own_words]")).to_have_value("They steal chips!")
    expect(sam).to_have_title(re.compile("^Error:"))
    write(sam)
    kept(sam, WORDS)
    assert only_draft().others == {}
    save(sam)
    sam.wait_for_url(re.compile(r"/daily-notes/[0-9a-f-]{36}/$"))
    assert not Draft.objects.unfinished().exists()
    nothing_on_device(sam)


def test_somebody_else_signs_in_beside_an_open_page(sam, sign_in):
    write(sam)
    kept(sam, WORDS)
    end_sessions()
    beside = sam.context.new_page()
    sign_in(beside, "cara")
    sam.bring_to_front()
    write(sam, "words of Sam, not for Cara")
    expect(sam.locator("#session-out [data-why=other]").first).to_be_visible()
    expect(sam.locator("#session-out [data-why=gone]").first).to_be_hidden()
    assert Draft.objects.filter(user__username="cara").count() == 0
    end_sessions()
    sign_in(beside, "sam")
    sam.evaluate("dispatchEvent(new Event('focus'))")
    kept(sam, "words of Sam, not for Cara")
    expect(sam.locator("#session-out")).to_be_hidden()
    expect(sam.locator("[name=words]")).to_have_value("words of Sam, not for Cara")


def test_a_server_that_answers_nothing_is_not_the_end(sam):
    sam.route("**/drafts/**", lambda route: route.abort())
    write(sam)
    expect(said(sam)).to_contain_text(SAFE)
    sam.unroute("**/drafts/**")
    write(sam, f"{WORDS} again")
    sam.evaluate("dispatchEvent(new Event('online'))")
    expect(said(sam)).to_have_text(KEPT)


def test_a_draft_that_cannot_be_kept_does_not_stop_saving(sam):
    sam.route("**/drafts/*-*/", lambda route: route.fulfill(status=500, body="{}"))
    write(sam)
    expect(said(sam)).to_contain_text("You can still save")
    save(sam)
    sam.wait_for_url(re.compile(r"/daily-notes/[0-9a-f-]{36}/$"))
    assert DailyNote.objects.get().words == WORDS


def test_saved_on_another_device_while_writing_here(sam, page_for):
    write(sam)
    kept(sam, WORDS)
    phone = page_for("sam")
    phone.goto(sam.url)
    save(phone)
    phone.wait_for_url(re.compile(r"/daily-notes/[0-9a-f-]{36}/$"))
    write(sam, "one more thing")
    kept(sam, "one more thing")
    assert Draft.objects.filter(finished_at__isnull=False).count() == 1


def test_a_file_goes_to_the_draft_at_once_and_into_the_record(sam):
    sam.set_input_files(
        "#id_files", {"name": "list.txt", "mimeType": "text/plain", "buffer": b"Milk"}
    )
    expect(sam.locator("[data-file-list]")).to_contain_text("list.txt")
    write(sam)
    save(sam)
    sam.wait_for_url(re.compile(r"/daily-notes/[0-9a-f-]{36}/$"))
    expect(sam.get_by_role("link", name="list.txt")).to_be_visible()


def test_two_people_change_one_record(cast, page_for):
    note = registry.of("residents.dailynote")
    record = builders.make(note, subject=cast.kai, by=cast.sam)
    pages = [page_for(name) for name in ("sam", "tess")]
    for page, words in zip(pages, ("text of Sam", "text of Tess"), strict=True):
        page.goto(f"/daily-notes/{record.pk}/change/")
        write(page, words)
        expect(said(page)).to_have_text(KEPT)
    first, second = pages
    first.locator(".save-bar button[name=save_open]").click()
    first.wait_for_url(re.compile(f"/daily-notes/{record.pk}/$"))
    second.locator(".save-bar button[name=save_open]").click()
    expect(second.get_by_text("Somebody else saved this")).to_be_visible()
    expect(second.locator(".both")).to_contain_text("text of Sam")
    expect(second.locator("[name=words]")).to_have_value("text of Tess")
    second.locator(".save-bar button[name=save_open]").click()
    second.wait_for_url(re.compile(f"/daily-notes/{record.pk}/$"))
    record.refresh_from_db()
    assert (record.words, record.version) == ("text of Tess", 3)
