"""A manager at a desk: she reads, asks for more, puts a wrong fact right, once without a mouse.
And the same pages without JavaScript.
"""

import re
import subprocess
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from cura.core.audit.models import AuditEvent
from cura.core.records import registry
from cura.lib import london
from residents.daily.models import DailyNote
from residents.handover.models import Handover
from residents.keywork.models import KeyWork
from tests import builders

NOTE = registry.of("residents.dailynote")
ONE = re.compile(r"/daily-notes/[0-9a-f-]{36}/$")
WORDS = "We swam, and Kai dived from the three-metre board"


def yesterday(clock: str) -> str:
    day = london.local_date(timezone.now()) - timedelta(days=1)
    return f"{day:%Y-%m-%d}T{clock}"


@pytest.fixture
def note(cast) -> DailyNote:
    """Signed by Sam, with a time that is wrong by two hours and a half."""
    change = {"words": [WORDS], "happened_at": [yesterday("14:10")], "until": []}
    return builders.signed(NOTE, subject=cast.kai, by=cast.sam, change=change)


# ---- by keys alone -------------------------------------------------------------------------------
def tab_to(page: Page, target: Locator) -> None:
    """As somebody without a mouse: Tab until it is reached, and it must be seen to be reached."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if target.evaluate("there => there === document.activeElement"):
            assert target.evaluate("there => getComputedStyle(there).outlineStyle") != "none"
            return
    raise AssertionError(f"Not reached by Tab: {target}")


def press(page: Page, target: Locator) -> None:
    tab_to(page, target)
    page.keyboard.press("Enter")


def test_she_reads_and_asks_for_more_without_a_mouse(cast, note, page_for):
    page = page_for("rosa", "desktop")
    page.goto(f"/children/{cast.kai.pk}/")
    press(page, page.get_by_role("main").get_by_role("link", name=re.compile("14:10, Sam")))
    page.wait_for_url(ONE)
    read = AuditEvent.objects.filter(object_id=note.pk, action="record.detail")
    assert [event.actor_id for event in read] == [cast.rosa.pk]
    press(page, page.get_by_role("link", name="Ask for more"))
    tab_to(page, page.get_by_label("What is missing?"))
    page.keyboard.type("Who was with him?")
    press(page, page.locator(".save-bar").get_by_role("button", name="Ask for more"))
    page.wait_for_url(ONE)
    expect(page.get_by_text("The author has been told.")).to_be_visible()
    expect(page.get_by_text("Who was with him?")).to_be_visible()
    press(page, page.get_by_role("link", name="Who wrote and changed what"))
    shown = page.locator(".timeline")
    expect(shown).to_contain_text("Rosa Lind asked for more")
    expect(shown).to_contain_text("Rosa Lind read it")
    expect(shown).to_contain_text("Sam Birch wrote it")


def test_the_author_is_told_and_adds_words(cast, note, page_for):
    page = page_for("rosa", "desktop")
    page.goto(f"/daily-notes/{note.pk}/do/return/")
    page.get_by_label("What is missing?").fill("Who was with him?")
    page.locator(".save-bar").get_by_role("button", name="Ask for more").click()
    page.wait_for_url(ONE)
    sam = page_for("sam")
    sam.goto("/")
    sam.locator("header a", has_text="Inbox").click()
    expect(sam.locator(".notice-new")).to_contain_text("Rosa asks for more: daily note")
    sam.get_by_role("button", name=re.compile("^Open")).click()
    sam.wait_for_url(ONE)
    expect(sam.get_by_text("Who was with him?")).to_be_visible()
    sam.get_by_role("link", name="Add words").click()
    sam.get_by_label("What do you want to add?").fill("Cara and I were with him.")
    sam.get_by_label("Why now?").fill("Rosa asked")
    sam.locator(".save-bar").get_by_role("button", name="Add words").click()
    sam.wait_for_url(ONE)
    main = sam.get_by_role("main")
    expect(main).to_contain_text(WORDS)
    expect(main).to_contain_text("Cara and I were with him.")
    note.refresh_from_db()
    assert note.words == WORDS, "the first words stay as they were signed"
    page.goto("/inbox/")
    expect(page.locator(".notice-new")).to_contain_text("Sam has added words, as you asked")
    sam.goto(f"/daily-notes/{note.pk}/history/")
    expect(sam.locator(".timeline")).to_contain_text("Sam Birch added words")
    expect(sam.locator(".timeline")).not_to_contain_text("read it")


# ---- a wrong time --------------------------------------------------------------------------------
def printed(page: Page, address: str) -> str:
    answer = page.request.get(address)
    assert answer.headers["content-type"] == "application/pdf"
    told = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=answer.body(), capture_output=True, check=True
    )
    return told.stdout.decode()


def test_a_wrong_time_is_replaced_and_both_are_shown(cast, note, page_for):
    page = page_for("rosa", "desktop")
    page.goto(f"/daily-notes/{note.pk}/")
    page.get_by_role("link", name="Put a wrong fact right").click()
    expect(page.locator("[name=words]")).to_have_value(WORDS)
    page.locator("[name=happened_at]").fill(yesterday("16:40"))
    page.locator(".save-bar button[name=save]").click()
    page.wait_for_url(ONE)
    new = DailyNote.objects.get(replaces=note)
    expect(page.get_by_role("heading", level=1)).to_contain_text("16:40")
    expect(page.get_by_text("This puts right an older record")).to_contain_text("14:10")
    page.locator("summary", has_text="What stood here before").click()
    before = page.locator("details", has_text="What stood here before")
    expect(before).to_contain_text("14:10")
    expect(before).to_contain_text("Sam Birch")
    expect(before).to_contain_text(WORDS)
    text = printed(page, f"/daily-notes/{new.pk}/print/")
    assert "14:10" in text and "16:40" in text and text.count("three-metre board") == 2
    page.get_by_role("link", name="Who wrote and changed what").click()
    shown = page.locator(".timeline")
    expect(shown).to_contain_text("Rosa Lind wrote it")
    expect(shown).to_contain_text("Sam Birch wrote it (the one that was put right)")
    expect(shown).to_contain_text("Rosa Lind set it aside (the one that was put right)")
    page.goto(f"/daily-notes/{note.pk}/")
    expect(page.get_by_text("This was put right in a newer record")).to_contain_text("16:40")
    expect(page.get_by_text("Set aside").first).to_be_visible()
    assert "16:40" in printed(page, f"/daily-notes/{note.pk}/print/")
    page.goto(f"/children/{cast.kai.pk}/daily-notes/")
    lines = page.locator(".table-card tbody tr")
    expect(lines).to_have_count(1)
    expect(lines).to_contain_text("16:40")


# ---- without JavaScript --------------------------------------------------------------------------
def save(page: Page) -> None:
    page.locator(".save-bar button[name=save]").click()


def test_without_javascript_a_note_is_written_and_signed(cast, page_for):
    page = page_for("sam", "desktop", java_script_enabled=False)
    page.goto(f"/daily-notes/new/{cast.kai.pk}/")
    save(page)
    expect(page).to_have_title(re.compile("^Error:"))
    page.locator("[name=words]").fill("Kai made soup")
    save(page)
    page.wait_for_url(ONE)
    note = DailyNote.objects.get()
    assert (note.words, note.signed_by) == ("Kai made soup", cast.sam)


def test_without_javascript_a_line_is_added_by_its_button(cast, page_for):
    page = page_for("sam", "desktop", java_script_enabled=False)
    page.goto(f"/key-work/new/{cast.kai.pk}/")
    page.locator("[name=topic]").first.check(force=True)
    page.locator("[name=words]").fill("We planned the trip")
    page.locator("[name=keyworkaction-0-what]").fill("Ring the pool")
    page.locator("[name=keyworkaction-0-who]").fill("Sam")
    page.get_by_role("button", name="Add a line").click()
    expect(page.locator("[name=words]")).to_have_value("We planned the trip")
    page.locator("[name=keyworkaction-1-what]").fill("Ask about the train")
    page.locator("[name=keyworkaction-1-who]").fill("Cara")
    save(page)
    page.wait_for_url(re.compile(r"/key-work/[0-9a-f-]{36}/$"))
    actions = KeyWork.objects.get().actions.values_list("what", flat=True)
    assert sorted(actions) == ["Ask about the train", "Ring the pool"]


def test_without_javascript_a_handover_is_written_signed_and_taken(cast, page_for):
    page = page_for("tess", "desktop", java_script_enabled=False)
    page.goto(f"/handovers/new/{cast.elm.pk}/")
    for line in page.locator(".handover-line").all():
        line.locator("textarea[name$=-how]").fill("A good day")
    first = page.locator(".handover-line").first
    first.locator("textarea[name$=-next]").fill("His uncle may ring")
    first.locator("input[name$=-red]").check()
    save(page)
    page.wait_for_url(re.compile(r"/handovers/[0-9a-f-]{36}/$"))
    page.get_by_role("link", name="Take the shift").click()
    page.get_by_label("I have read: Kai: His uncle may ring").check()
    page.locator("#card-proof").get_by_role("radio", name="Sam").check()
    page.locator("[name=proof_pin]").fill("7391")
    page.get_by_role("button", name="Take the shift").click()
    page.wait_for_url(re.compile(r"/handovers/[0-9a-f-]{36}/$"))
    handover = Handover.objects.get()
    assert (handover.signed_by, handover.taken_by) == (cast.tess, cast.sam)
