"""The gallery in Chromium: axe, sideways scroll, and what the scripts do."""

import pytest
from playwright.sync_api import expect

from tests import axe
from tests.ui.gallery.pages import PAGES


@pytest.fixture
def open_page(gallery, browser):
    contexts = []

    def go(name, width=1280, query="", **options):
        context = browser.new_context(
            viewport={"width": width, "height": 860}, service_workers="block", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.wrong, page.start = [], gallery
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        page.on("console", lambda m: "Security Policy" in m.text and page.wrong.append(m.text))
        page.goto(f"{gallery}/gallery/{name}/?{query}")
        return page

    yield go
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", PAGES)
def test_no_axe_violation_and_no_sideways_scroll(open_page, name):
    page = open_page(name)
    assert axe.wrong(page) == []
    assert page.wrong == []


def test_targets_are_big_enough_for_a_thumb(open_page):
    """44 px for what is pressed; links inside a sentence or a list of words are text."""
    page = open_page("edit", 390)
    small = page.evaluate(
        "() => [...document.querySelectorAll('.btn, .choice label, .form-check, .phone-bar a')]"
        ".filter(e => e.offsetParent && e.getBoundingClientRect().height < 43.5)"
        ".map(e => e.outerHTML.slice(0, 80))"
    )
    assert small == []


def test_hide_now_by_tap_and_by_escape_twice(open_page):
    page = open_page("edit")
    page.fill("#id_story", "She laughed.")
    page.click("#hide-now")
    assert page.title() == "Clock"
    assert not page.is_visible("h1")
    page.click("#hide-end")
    assert page.input_value("#id_story") == "She laughed."
    page.focus("#id_story")
    page.keyboard.press("Escape")
    assert page.title() != "Clock"
    page.keyboard.press("Escape")
    assert page.title() == "Clock"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#hide-screen, html').id") in (
        "hide-screen",
        "",
    )


def test_keys_lead_somewhere_and_are_silent_in_fields(open_page):
    page = open_page("list")
    page.keyboard.press("n")
    assert page.url.endswith("#new")  # the page's own button comes before the bar's
    page.keyboard.press("?")
    assert page.is_visible("#keys-dialog")
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    with page.expect_navigation():
        page.keyboard.press("t")
    assert "/components/" in page.url
    page = open_page("edit")
    page.focus("#id_story")
    page.keyboard.type("n/?")
    assert page.input_value("#id_story") == "n/?"
    assert not page.is_visible("#keys-dialog")


def test_alerts_fold_on_a_house_tablet_and_come_back(open_page, gallery, browser):
    page = open_page("components")
    assert page.evaluate("'houseTablet' in document.body.dataset") is False
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.clock.install()
    page.goto(f"{gallery}/gallery/components/?tablet")
    page.clock.run_for(59_000)
    assert page.is_visible(".alert-words >> nth=0")
    page.clock.run_for(2_000)
    assert not page.is_visible(".alert-words >> nth=0")
    page.click("a.alert-chip")
    assert page.is_visible(".alert-words >> nth=0")
    assert "#allergy" not in page.url
    page.click("a.alert-chip")
    assert "#allergy" in page.url
    context.close()


def test_the_session_warns_and_never_takes_words(gallery, browser):
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.clock.install()
    asked = []
    page.route(
        "**/session/stay/", lambda r: (asked.append(r.request.method), r.fulfill(status=204))
    )
    page.goto(f"{gallery}/gallery/edit/")
    page.fill("#id_story", "Half a sentence")
    page.clock.run_for(17 * 60_000)
    assert not page.is_visible("#session-dialog")
    page.clock.run_for(70_000)
    assert page.is_visible("#session-dialog")
    page.click("#session-stay")
    page.wait_for_selector("#session-dialog", state="hidden")
    assert asked == ["POST"]
    page.clock.run_for(21 * 60_000)
    assert page.is_visible("#session-out")
    assert not page.is_visible("h1")
    assert page.input_value("#id_story") == "Half a sentence"
    here = {"who": "8"}
    page.route("**/drafts/key/", lambda r: r.fulfill(json=here))
    page.evaluate("dispatchEvent(new Event('focus'))")
    page.wait_for_selector("text=Somebody else is signed in")
    assert not page.is_visible("h1")
    here["who"] = "7"
    page.evaluate("dispatchEvent(new Event('focus'))")
    page.wait_for_selector("#session-out", state="hidden")
    assert page.is_visible("#id_story")
    context.close()


def test_hidden_and_signed_out_at_once_stays_hidden(gallery, browser):
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.clock.install()
    page.route("**/drafts/key/", lambda r: r.fulfill(json={"who": 7}))
    page.goto(f"{gallery}/gallery/detail/")
    page.click("#hide-now")
    page.clock.run_for(21 * 60_000)
    assert page.title() == "Signed out"
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(page).to_have_title("Clock")
    assert not page.is_visible("h1")
    page.click("#hide-end")
    assert page.is_visible("h1")
    context.close()


def test_rows_are_added_taken_out_and_put_back(open_page):
    page = open_page("edit")
    rows = page.locator("[data-rows=line]")
    rows.get_by_role("button", name="Add a line").click()
    assert page.input_value("[name=line-TOTAL_FORMS]") == "3"
    assert page.evaluate("document.activeElement.name") == "line-2-what"
    assert rows.locator("#line-2-row").get_attribute("aria-label") == "Temperatures, line 3"
    rows.locator("#line-0-row").get_by_role("button", name="Take this line out").click()
    assert page.is_checked("[name=line-0-DELETE]")
    assert not page.is_visible("#line-0-row")
    rows.get_by_role("button", name="Put it back").click()
    assert page.is_visible("#line-0-row")
    assert not page.is_checked("[name=line-0-DELETE]")


def test_an_added_line_of_a_new_record_can_be_taken_out(open_page):
    page = open_page("edit")
    guests = page.locator("[data-rows=guest]")
    guests.get_by_role("button", name="Add a guest").click()
    page.fill("[name=guest-1-name]", "Nan")
    guests.get_by_role("button", name="Take this line out").click()
    assert not page.is_visible("#guest-1-row")
    assert page.input_value("[name=guest-1-name]") == ""
    assert page.input_value("[name=guest-TOTAL_FORMS]") == "2"


def test_times_are_chosen_by_chip_and_said_in_words(open_page):
    page = open_page("edit", timezone_id="America/New_York")
    page.get_by_role("button", name="15 min ago").click()
    assert "15 minutes ago" in page.inner_text(".when-words")
    assert not page.is_visible(".when-fold")
    page.fill("#id_started", "2026-10-25T01:30")
    assert page.is_visible(".when-fold")
    assert "Sunday 25 October 2026, 01:30" in page.inner_text(".when-words")
    page.fill("#id_started", "2026-10-25T02:30")
    assert not page.is_visible(".when-fold")


def test_the_error_summary_has_the_focus_and_leads_to_the_field(open_page):
    page = open_page("edit-errors")
    assert page.title().startswith("Error:")
    assert page.evaluate("document.activeElement.className") == "error-summary"
    page.click("text=Was anybody hurt? This still needs an answer.")
    assert page.evaluate("document.activeElement.id") == "id_hurt_0"


def test_without_scripts_the_form_can_still_be_sent(gallery, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{gallery}/gallery/edit/")
    assert page.is_visible("button[name=add-row]")
    assert page.is_visible("[name=line-0-DELETE]")
    assert page.is_visible("button[name=save] >> nth=1")
    page.click(".who")
    assert page.is_visible("text=Sign out")
    page.click("#hide-now")
    assert page.title() == "Clock"
    context.close()


def test_the_device_decides_when_nobody_has_chosen(open_page):
    page = open_page("list", query="theme=auto", color_scheme="dark")
    assert page.evaluate("document.documentElement.dataset.bsTheme") == "dark"
    page.emulate_media(color_scheme="light")
    page.wait_for_selector("html[data-bs-theme=light]")
