"""A real Chromium against a real server.

Given to every folder by the top conftest, as one: a process can hold only one Playwright.

def test_something(cast, page_for):
    page = page_for("sam")                 # a phone; SIZES has tablet and desktop
    page.goto(f"/children/{cast.kai.pk}/")
"""

import os

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.cast import PASSWORD

# Playwright's loop stands still while a test asks the database; Django cannot know that.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--lang=en-GB"]
PHONE, TABLET, DESKTOP = (390, 844), (820, 1180), (1280, 900)
SIZES = {"phone": PHONE, "tablet": TABLET, "desktop": DESKTOP}


@pytest.hookimpl(tryfirst=True)  # before `-m` chooses
def pytest_collection_modifyitems(items):
    """Whatever needs Chromium is a browser test."""
    for item in items:
        if "browser" in item.fixturenames:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def server(live_server, settings):
    """The address of a running Cura, in demonstration mode: managers need no second factor."""
    settings.DEMO = True
    return live_server.url


@pytest.fixture
def device(browser: Browser, server: str):
    """`device("tablet")`: a browser of its own, with its own cookies and its own storage.

    Whatever a page does wrong in its scripts, or asks against the policy, fails the test.
    """
    contexts, wrong = [], []

    def make(size: str = "phone", **options) -> BrowserContext:
        width, height = SIZES[size]
        context = browser.new_context(
            base_url=server, viewport={"width": width, "height": height}, locale="en-GB",
            timezone_id="Europe/London", **options,
        )  # fmt: skip
        context.set_default_timeout(10_000)
        context.on("weberror", lambda error: wrong.append(str(error.error)))
        context.on("console", lambda said: wrong.append(said.text) if _policy(said.text) else None)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        # A page that goes away sends its last words: not into the tables of the next test.
        context.route("**", lambda route: route.abort())
        context.close()
    assert not wrong


def _policy(text: str) -> bool:
    return "Content Security Policy" in text


@pytest.fixture
def sign_in():
    """`sign_in(page, "sam")`: by name and password, in the page's own browser; then to a page."""

    def do(page: Page, username: str, password: str = PASSWORD, to: str = "/drafts/") -> Page:
        page.goto(f"/accounts/login/?next={to}")
        page.fill("[name=login]", username)
        page.fill("[name=password]", password)
        page.locator("main form button[type=submit]").first.click()
        page.wait_for_url(lambda url: "/accounts/login/" not in url)
        return page

    return do


@pytest.fixture
def page_for(device, server):
    """`page_for("sam")`, `page_for("rosa", "desktop")`: a new device with somebody signed in. The
    form is sent without being looked at: to look at it is `sign_in`."""

    def make(username: str, size: str = "phone", **options) -> Page:
        client = Client()
        client.post(reverse("account_login"), {"login": username, "password": PASSWORD})
        name = django_settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value, "url": server}
        context = device(size, **options)
        context.add_cookies([{**cookie, "httpOnly": True, "sameSite": "Lax"}])
        page = context.new_page()
        page.goto(reverse("drafts"))
        return page

    return make
