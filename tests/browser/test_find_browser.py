"""Find laid over a page: by key, by arrows, and without JavaScript as a page of its own."""

import re

import pytest

from cura.core.records import registry
from cura.core.search import index
from tests.builders import make

NOTE = registry.of("residents.dailynote")


@pytest.fixture
def note(cast):
    note = make(NOTE, subject=cast.kai, by=cast.sam, change={"words": ["We swam and laughed"]})
    index.pending()
    return note


@pytest.mark.django_db(transaction=True)
def test_by_keys_alone(cast, note, page_for):
    page = page_for("sam")
    page.goto("/inbox/")
    page.keyboard.press("/")
    box = page.get_by_role("combobox")
    box.wait_for()
    page.keyboard.type("swa")
    page.get_by_role("option").wait_for()
    assert box.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    chosen = page.locator('[role="option"][aria-selected="true"]')
    assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"/daily-notes/{note.pk}/"))


@pytest.mark.django_db(transaction=True)
def test_escape_leads_back_and_enter_to_the_whole_page(cast, note, page_for):
    page = page_for("sam")
    page.goto("/inbox/")
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("combobox").wait_for(state="hidden")
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").wait_for()
    page.keyboard.type("laughing")
    page.keyboard.press("Enter")
    page.wait_for_url("**/find/")
    assert page.locator("main mark").inner_text() == "laughed"
    assert "laughing" not in page.url
