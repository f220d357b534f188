"""A "no" to a referral takes two taps, on a phone at night."""

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from cura.lib.uuid7 import uuid7
from placements.referral.letter import Letter
from placements.referral.models import Referral
from placements.referral.taking_in import take_in
from tests.placements.referral.conftest import MAIL

COUNT = """() => {
    window.taps = 0;
    document.addEventListener("click", (event) => {
        if (event.isTrusted) sessionStorage.taps = Number(sessionStorage.taps || 0) + 1;
    }, true);
}"""


def test_no_takes_two_taps(cast, page_for):
    letter = Letter(MAIL)
    take_in(home=cast.elm, letter=letter, by=cast.tess, now=timezone.now(), submission=uuid7())
    page = page_for("tess", "phone")
    page.goto(reverse("referrals-list", args=["elm"]))
    page.evaluate(COUNT)
    card = page.locator("article.referral")
    expect(card).to_contain_text("Amara, 13")
    card.locator("summary").click()
    card.get_by_role("button", name="No room is free").click()
    expect(page.get_by_label("The reply, ready to send")).to_contain_text("no room free")
    assert page.evaluate("sessionStorage.taps") == "2"
    expect(page.locator("article.referral")).to_have_count(0)
    expect(page.get_by_text("1 referral answered with no this month")).to_be_visible()
    row = Referral.objects.get()
    assert (row.answer, row.reason) == ("no", "room")


def test_a_call_is_kept_line_by_line(cast, page_for):
    """The line is cut, the phone is put down: nothing that was written is gone."""
    page = page_for("tess", "phone")
    page.goto(reverse("referral-by-phone", args=[cast.elm.pk]))
    with page.expect_response(lambda answer: "/drafts/" in answer.url and answer.ok):
        page.get_by_label("Who rings?").fill("Duty desk, Northwold")
    page.goto(reverse("drafts"))
    page.get_by_role("link", name="Carry on").first.click()
    expect(page.get_by_label("Who rings?")).to_have_value("Duty desk, Northwold")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
