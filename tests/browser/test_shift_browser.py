"""A shift at Elm: three people, one tablet, a connection that goes, and two names on a handover."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from cura.core.accounts.tablet import Tablet as Registered
from cura.core.audit.models import AuditEvent
from cura.core.records import registry
from cura.core.records.drafts.models import Draft
from residents.daily.models import DailyNote
from residents.handover.models import Handover
from tests import builders
from tests.browser.tablet import Tablet, leave_unused
from tests.cast import PIN

SAVED = re.compile(r"/daily-notes/[0-9a-f-]{36}/$")
KEPT = re.compile(r"^Draft kept \d\d:\d\d$")
FEW = 8  # the menu, Change person, a face, four figures, Go


@pytest.fixture
def tablet(cast, page_for) -> Tablet:
    """Rosa has made it a tablet of the house; Tess, Sam and Cara each gave their password once."""
    tablet = Tablet(page_for("rosa", "tablet"))
    tablet.page.goto("/me/")
    tablet.register()
    for username in ("tess", "sam", "cara"):
        tablet.put_down()
        tablet.sign_in_fully(username)
    tablet.taps = 0
    return tablet


@pytest.fixture
def new(cast) -> str:
    return f"/daily-notes/new/{cast.kai.pk}/"


def words(page: Page):
    return page.locator("[name=words]")


def said(page: Page):
    return page.locator("#draft-status")


def save(page: Page) -> None:
    page.locator(".save-bar button[name=save]").click()


def drafts_of(username: str):
    return Draft.objects.unfinished().filter(user__username=username)


def until(page: Page, holds) -> None:
    """The page's own `wait_for_function` is refused by our policy on scripts."""
    for _ in range(100):
        if holds():
            return
        page.wait_for_timeout(100)
    assert holds()


# ---- changing person ----------------------------------------------------------------------------
def test_three_people_change_by_pin_in_a_few_taps(tablet, cast):
    registered = Registered.objects.get()
    assert (registered.home, registered.registered_by) == (cast.elm, cast.rosa)
    for username in ("sam", "tess", "cara"):
        before = tablet.taps
        tablet.change_to(username)
        assert tablet.taps - before <= FEW
    tablet.put_down()
    faces = tablet.page.locator(".who-list a")
    expect(faces).to_have_count(4)
    tablet.tap(faces.filter(has_text="Tess"))
    tablet.figures("1357")
    tablet.tap(tablet.page.get_by_role("button", name="Go", exact=True))
    expect(tablet.page.get_by_text("That is not your PIN.").first).to_be_visible()
    tablet.figures(PIN)
    tablet.tap(tablet.page.get_by_role("button", name="Go", exact=True))
    tablet.is_with("tess")


def test_a_pin_opens_no_account_pages(tablet):
    tablet.change_to("sam")
    tablet.page.goto("/accounts/password/change/")
    expect(tablet.page.get_by_role("heading", name="Your password, please")).to_be_visible()
    tablet.page.goto("/tablets/")
    expect(tablet.page.get_by_role("heading", name="Your password, please")).to_be_visible()


# ---- a note, and everything that goes wrong ------------------------------------------------------
def test_a_note_while_the_connection_is_gone_for_ten_minutes(tablet, new):
    tablet.change_to("sam")
    page = tablet.page
    page.clock.install()
    page.goto(new)
    page.context.set_offline(True)
    words(page).fill("Kai laughed at the seagulls")
    expect(said(page)).to_contain_text("Your words are safe on this device")
    for minute in range(10):
        page.clock.run_for("01:00")
        words(page).press_sequentially(f" {minute}")
    expect(said(page)).to_contain_text("No signal")
    expect(page.locator("#unsent-count")).to_have_text("1 page not sent yet")
    assert not Draft.objects.exists()
    page.context.set_offline(False)
    page.clock.run_for("00:20")
    expect(said(page)).to_have_text(KEPT)
    assert drafts_of("sam").get().body["words"] == [
        "Kai laughed at the seagulls 0 1 2 3 4 5 6 7 8 9"
    ]
    expect(page.locator("#unsent-count")).to_be_hidden()
    save(page)
    page.wait_for_url(SAVED)
    note = DailyNote.objects.get()
    assert note.words.endswith("8 9") and note.signed_by.username == "sam"


def test_a_session_that_ends_while_she_types(tablet, new):
    tablet.change_to("sam")
    page = tablet.page
    page.goto(new)
    words(page).fill("Kai asked for")
    expect(said(page)).to_have_text(KEPT)
    leave_unused(minutes=25)
    words(page).fill("Kai asked for a second helping of pie")
    expect(said(page)).to_contain_text("You have been signed out. Your words are safe")
    with page.context.expect_page() as opened:
        said(page).get_by_role("link", name="Sign in again").click()
    beside = Tablet(opened.value)
    beside.take("sam")
    beside.is_with("sam")
    expect(beside.page).to_have_url(re.compile("/drafts/$"))
    expect(beside.page.get_by_role("link", name=re.compile("Carry on"))).to_be_visible()
    page.bring_to_front()
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(said(page)).to_have_text(KEPT)
    expect(words(page)).to_have_value("Kai asked for a second helping of pie")
    save(page)
    page.wait_for_url(SAVED)
    note = DailyNote.objects.get()
    assert note.words == "Kai asked for a second helping of pie"
    assert note.signed_by.username == "sam"


def test_the_page_covers_itself_when_nobody_has_touched_it(tablet, new):
    tablet.change_to("sam")
    page = tablet.page
    page.clock.install()
    page.goto(new)
    words(page).fill("Kai slept")
    page.clock.run_for("00:02")
    expect(said(page)).to_have_text(KEPT)
    page.clock.fast_forward("18:30")
    page.clock.run_for("00:02")
    expect(page.get_by_role("heading", name="Are you still there?")).to_be_visible()
    leave_unused(minutes=25)
    page.clock.fast_forward("02:00")
    page.clock.run_for("00:02")
    expect(page.get_by_role("heading", name="Sam, you have been signed out")).to_be_visible()
    expect(page.get_by_text("What you were writing is kept.")).to_be_visible()
    assert page.locator("main").evaluate("part => part.inert"), "nothing of it can be reached"
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Sign in again").last.click()
    beside = Tablet(opened.value)
    expect(beside.page.get_by_text("so it closed. What you wrote is kept.")).to_be_visible()
    beside.take("sam")
    beside.is_with("sam")
    page.bring_to_front()
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(page.locator("#session-out")).to_be_hidden()
    expect(words(page)).to_have_value("Kai slept")


def test_what_one_is_writing_is_nobody_elses(tablet, new):
    tablet.change_to("cara")
    page = tablet.page
    page.goto(new)
    words(page).fill("Words of Cara")
    expect(said(page)).to_have_text(KEPT)
    tablet.change_to("sam")
    page.goto(new)
    expect(words(page)).to_have_value("")
    expect(page.locator("#earlier")).to_have_count(0)
    page.goto("/drafts/")
    expect(page.get_by_text("Nothing is waiting")).to_be_visible()
    page.goto(f"{new}?draft={drafts_of('cara').get().pk}")
    expect(page.get_by_text("Words of Cara")).to_have_count(0)
    expect(words(page)).to_have_value("")
    tablet.change_to("cara")
    page.goto(new)
    page.get_by_role("link", name="Carry on with it").click()
    expect(words(page)).to_have_value("Words of Cara")


# ---- a child walks up ----------------------------------------------------------------------------
def test_hide_now_by_tap_and_by_key(tablet, new):
    tablet.change_to("cara")
    page = tablet.page
    page.goto(new)
    words(page).fill("Not for Kai's eyes")
    cover = page.locator("#hide-screen")
    tablet.taps = 0
    tablet.tap(page.locator("#hide-now"))
    assert tablet.taps == 1
    expect(cover).to_be_visible()
    expect(cover.locator("[data-clock]")).to_have_text(re.compile(r"^\d\d:\d\d$"))
    expect(page).to_have_title("Clock")
    page.get_by_role("button", name="Come back").click()
    expect(words(page)).to_have_value("Not for Kai's eyes")
    words(page).press("Escape")
    expect(cover).to_be_hidden()
    page.wait_for_timeout(700)
    page.keyboard.press("Escape")
    expect(cover).to_be_hidden()
    page.keyboard.press("Escape")
    expect(cover).to_be_visible()


@pytest.fixture
def alert(cast):
    change = {
        "words": ["Peanut allergy: injector in his bag"],
        "review_on": [(date.today() + timedelta(days=60)).isoformat()],
    }
    return builders.make(
        registry.of("residents.alert"), subject=cast.kai, by=cast.rosa, change=change
    )


def test_alerts_shrink_to_symbols_after_a_minute(tablet, cast, alert):
    tablet.change_to("cara")
    page = tablet.page
    page.clock.install()
    page.goto(f"/children/{cast.kai.pk}/")
    chip = page.locator(".child-head .alert-chip")
    # Folded in both places: the head of the page, and what is new for her.
    expect(page.locator(".alert-words, .alert-why").locator("visible=true")).to_have_count(3)
    large = chip.bounding_box()["width"]
    chip_words = chip.locator(".alert-words")
    page.clock.run_for("00:50")
    expect(chip_words).to_be_visible()
    page.clock.run_for("00:11")
    assert chip.bounding_box()["width"] < large / 2
    expect(page.locator(".alert-words, .alert-why").locator("visible=true")).to_have_count(0)
    expect(page.locator(".child-head").get_by_role("link", name="Peanut allergy")).to_be_visible()
    page.locator(".child-head").get_by_role("button", name="Show the words").click()
    assert chip.bounding_box()["width"] == large
    page.clock.run_for("01:01")
    chip.click()
    assert chip.bounding_box()["width"] == large
    assert page.url.endswith(f"/children/{cast.kai.pk}/"), "the first tap shows, the second opens"


# ---- handover ------------------------------------------------------------------------------------
def write_handover(page: Page, home) -> Handover:
    page.goto(f"/handovers/new/{home.pk}/")
    kai, mia = page.locator(".handover-line").all()
    expect(kai.get_by_role("heading")).to_have_text(re.compile("Kai"))
    kai.locator("textarea[name$=-how]").fill("Good day, swimming.")
    kai.locator("textarea[name$=-next]").fill("No calls from his uncle tonight.")
    kai.locator("input[type=checkbox][name$=-red]").check()
    mia.locator("textarea[name$=-how]").fill("Quiet, read a lot.")
    save(page)
    page.wait_for_url(re.compile(r"/handovers/[0-9a-f-]{36}/$"))
    return Handover.objects.get()


def prove(page: Page, name: str, pin: str = PIN) -> None:
    page.locator("#card-proof").get_by_role("radio", name=name).check()
    page.locator("[name=proof_pin]").fill(pin)
    page.get_by_role("button", name="Take the shift").click()


def test_handover_with_two_names_on_one_screen(tablet, cast):
    tablet.change_to("tess")
    page = tablet.page
    handover = write_handover(page, cast.elm)
    assert handover.signed_by == cast.tess and not handover.taken_at
    expect(page.get_by_text("not taken yet")).to_be_visible()
    page.get_by_role("link", name="Take the shift").click()
    beside = page.locator("#card-proof").get_by_role("radio")
    expect(beside).to_have_count(3)  # Cara, Rosa, Sam: not Tess herself, nor an administrator
    prove(page, "Sam")
    expect(page).to_have_title(re.compile("^Error:"))
    expect(page.get_by_text("Read each of these lines, and tick it.").first).to_be_visible()
    handover.refresh_from_db()
    assert handover.taken_at is None, "a red line was not read"
    page.get_by_label("I have read: Kai: No calls from his uncle tonight.").check()
    prove(page, "Sam", pin="1357")
    expect(page.get_by_text("That is not Sam's PIN.").first).to_be_visible()
    handover.refresh_from_db()
    assert handover.taken_at is None
    expect(page.get_by_label("I have read: Kai")).to_be_checked()
    prove(page, "Sam")
    page.wait_for_url(re.compile(r"/handovers/[0-9a-f-]{36}/$"))
    tablet.is_with("tess")
    signed = page.locator(".moments")
    expect(signed).to_contain_text("Tess Quill")
    expect(signed).to_contain_text("Sam Birch")
    handover.refresh_from_db()
    assert (handover.signed_by, handover.taken_by) == (cast.tess, cast.sam)
    assert handover.read_lines == ["Kai: No calls from his uncle tonight."]
    taken = AuditEvent.objects.get(object_id=handover.pk, action="record.taken")
    assert taken.actor_id == cast.sam.pk
    page.goto("/me/")
    tablet.is_with("tess")
