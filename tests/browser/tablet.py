"""A tablet of the house in Chromium, used as people use it: by faces, figures and the menu."""

from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from playwright.sync_api import Locator, Page, expect

from cura.core.accounts.people import User
from tests.cast import PASSWORD, PIN


class Tablet:
    """One device. `taps` counts what a finger does, so that a test can say how few it were."""

    def __init__(self, page: Page):
        self.page, self.taps = page, 0

    def tap(self, what: Locator) -> None:
        self.taps += 1
        what.click()

    # ---- once: the manager makes it a tablet of the house ----
    def register(self, name: str = "Kitchen") -> None:
        self.page.get_by_role("link", name="Tablets of the house").click()
        self.page.get_by_label("What do you call this tablet?").fill(name)
        self.page.get_by_role("button", name="Register this device").click()
        expect(self.page.get_by_text(f"This is now the tablet “{name}”")).to_be_visible()

    # ---- once a shift: with the password ----
    def sign_in_fully(self, username: str) -> None:
        """From "Who are you?", whoever stands there already."""
        self.page.get_by_role("link", name="ign in").click()
        self.page.fill("[name=login]", username)
        self.page.fill("[name=password]", PASSWORD)
        self.page.get_by_role("button", name="Sign in", exact=True).click()
        self.is_with(username)

    # ---- all day: by PIN ----
    def put_down(self) -> None:
        self.tap(self.page.locator("summary.who"))
        self.tap(self.page.get_by_role("link", name="Change person"))
        expect(self.page.get_by_role("heading", name="Who are you?")).to_be_visible()

    def take(self, username: str, pin: str = PIN) -> None:
        """A face, the figures, Go."""
        self.tap(self.page.locator(".who-list").get_by_role("link", name=_first(username)))
        self.figures(pin)
        self.tap(self.page.get_by_role("button", name="Go", exact=True))

    def change_to(self, username: str) -> None:
        self.put_down()
        self.take(username)
        self.is_with(username)

    def figures(self, pin: str) -> None:
        for figure in pin:
            self.tap(self.page.locator("#pin-pad").get_by_role("button", name=figure, exact=True))

    def is_with(self, username: str) -> None:
        expect(self.page.locator("summary.who .who-name")).to_have_text(_first(username))


def _first(username: str) -> str:
    return User.objects.get(username=username).first_name


def leave_unused(minutes: int) -> None:
    """Nobody has touched any device for so long: what each session remembers is made older."""
    for row in Session.objects.all():
        store = SessionStore(row.session_key)
        if "seen_at" in store:
            store["seen_at"] -= minutes * 60
            store.save()
