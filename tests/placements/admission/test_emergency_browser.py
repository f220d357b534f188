"""21:40: a council rings. From the call to the child in the hall, on a phone, by the shift lead: at
most five minutes and forty groups of keystrokes."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from cura.core.accounts.actions import add_bed
from cura.core.accounts.program import CURA
from placements.impact.models import ImpactAssessment
from placements.referral.models import Referral
from residents.alerts.models import Alert
from residents.child.models import Child

MOST, MINUTES = 40, 5
# What a person needs for one group: to find the box and type a few words, or to tap.
SECONDS = 7
ONE = re.compile(r"/children/[0-9a-f-]{36}/$")


class Hand:
    """Counts groups: one for each box that is typed into, one for each tap."""

    def __init__(self, page: Page):
        self.page, self.groups = page, 0

    def type(self, name: str, words: str) -> None:
        self.groups += 1
        self.page.locator(f"[name={name}]").fill(words)

    def choose(self, name: str, value: str) -> None:
        self.groups += 1
        self.page.locator(f"[name={name}][value={value}]").check(force=True)

    def pick(self, name: str, label: str) -> None:
        self.groups += 1
        self.page.locator(f"select[name={name}]").select_option(label=label)

    def tap(self, what: Locator) -> None:
        self.groups += 1
        what.click()

    def save(self) -> None:
        self.tap(self.page.locator(".save-bar button.btn-primary"))


def the_call(hand: Hand) -> None:
    hand.page.goto("/homes/elm/who-comes/")
    hand.tap(hand.page.get_by_role("link", name="Somebody asks"))
    hand.choose("came_by", "phone")
    hand.groups += 1
    hand.page.get_by_label("A place is needed today or tonight").check()
    for name, words in (
        ("authority", "Northwold"), ("from_name", "Out of hours, R. Lee"),
        ("from_phone", "01632 960111"), ("first_name", "Kofi"), ("last_name", "Mensah"),
        ("born_0", "3"), ("born_1", "9"), ("born_2", "2014"),
    ):  # fmt: skip
        hand.type(name, words)
    hand.save()
    hand.page.wait_for_url(re.compile(r"/referrals/[0-9a-f-]{36}/"))


def ten_minutes(hand: Hand) -> None:
    page = hand.page
    page.goto(f"/referrals/{Referral.objects.get().pk}/may-she-come/")
    expect(page.get_by_text("There is no signed impact risk assessment.")).to_be_visible()
    hand.tap(page.get_by_role("link", name="Write the impact risk assessment"))
    hand.choose("result", "yes")
    hand.type("staffing", "Tess and Cara tonight, Rosa on call, awake until two")
    hand.type("last_home_who", "Nobody answers at the last home, tried 21:44")
    for n in range(2):
        hand.type(f"pair-{n}-on_them", "May wake up and be frightened")
        hand.type(f"pair-{n}-we_do", "Cara sits on the landing")
    hand.save()
    page.wait_for_url(re.compile(r"/impact-assessments/[0-9a-f-]{36}/$"))


def in_hand(hand: Hand) -> None:
    page = hand.page
    hand.tap(page.get_by_role("link", name="May Kofi come?"))
    expect(page.locator(".page-head .statuses")).to_contain_text("Nothing stands against it")
    hand.tap(page.get_by_role("link", name="What must be in hand"))
    hand.choose("legal_status", "s46")
    hand.type("consent_from", "Mum, 07700 900111")
    hand.choose("danger", "none")
    hand.choose("allergies", "unknown")
    hand.choose("medicines", "yes")
    hand.type("medicines_words", "Tablets in a box without a label")
    hand.groups += 1
    page.locator("[name=unlabelled]").check()
    hand.choose("hidden", "none")
    hand.type("on_shift", "Tess, Cara")
    hand.save()
    page.wait_for_url(re.compile(r"/admissions/[0-9a-f-]{36}/$"))


def in_the_hall(hand: Hand) -> None:
    page = hand.page
    expect(page.get_by_text("gives the council no parental responsibility")).to_be_visible()
    hand.tap(page.get_by_role("link", name="She is here"))
    hand.pick("bed", "Landing room")
    hand.tap(page.get_by_role("button", name="She is here"))
    page.wait_for_url(ONE)


@pytest.fixture
def night(cast):
    add_bed(home=cast.elm, name="Landing", by=CURA, now=timezone.now() - timedelta(days=1))


def test_from_the_call_to_the_hall(cast, night, page_for):
    hand = Hand(page_for("tess"))
    for act in (the_call, ten_minutes, in_hand, in_the_hall):
        act(hand)
    assert hand.groups <= MOST, hand.groups
    assert hand.groups * SECONDS <= MINUTES * 60
    kofi = Child.objects.get(first_name="Kofi")
    assert (str(kofi.bed), kofi.legal_status, kofi.authority) == (
        "Landing room",
        "s46",
        "Northwold",
    )
    assert ImpactAssessment.objects.get().signed_by == cast.tess
    assert set(Alert.objects.filter(child=kofi).values_list("words", flat=True)) == {
        "Allergies not known: ask first",
        "Medicine without a label: it is not given. Ask 111 or the pharmacist.",
    }
    hand.page.goto(f"/children/{kofi.pk}/")
    expect(hand.page.get_by_text("Allergies not known: ask first").first).to_be_visible()
