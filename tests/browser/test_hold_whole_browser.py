"""One hold, from the bad hour to the child's words and a minute put right. Three people, two phones
and a desk, a connection that goes, and the worker's own tasks.
"""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from cura.core.deadlines.deadline import Deadline, DeadlineEvent
from cura.core.deadlines.tasks import tick
from cura.core.notices.tasks import deliver
from cura.lib import london
from safeguarding.restraint.models import Restraint
from tests.browser.test_hold_browser import tap
from tests.browser.test_manager_browser import printed
from tests.browser.test_shift_browser import KEPT, save

ONE = re.compile(r"/restraints/[0-9a-f-]{36}/$")
HOUR = timedelta(hours=1)
TALK = "Talk with everyone who was part of the hold with Kai, and sign"
MUM = "He had heard that his mum cannot come."
WORDS = "Kai threw a shoe and ran at the window."
REST = {
    "place": "the stairs", "words": WORDS, "leading_up": MUM,
    "tried": "We sat down, offered a walk.", "effect": "He cried, and sat with Sam.",
    "came_after": "He and Sam mended the banister.",
}  # fmt: skip
REFUSED = ("Not today.", "You know why.")
HIS = "I was scared, and Sam held my arm too long."
MOMENTS = (
    "Signed Sam Birch", "signed as accurate Rosa Lind", "Talked with the child Rosa Lind",
    "left forearm, front Bruise", "right hand, back Red mark",
)  # fmt: skip
ADDED = "Cara rang mum at nine."
DESK = {"sam": "phone", "rosa": "desktop"}


def typed(at) -> str:
    return f"{london.local(at):%Y-%m-%dT%H:%M}"


def press(page: Page) -> None:
    page.locator(".save-bar button").click()
    page.wait_for_url(ONE)


def step(page: Page, record: Restraint, key: str) -> None:
    page.goto(f"/restraints/{record.pk}/do/{key}/")


def later(time_machine, page_for, username: str, hours: int) -> Page:
    """So much later, on a device of its own: what was signed in before has run out."""
    time_machine.move_to(timezone.now() + hours * HOUR)
    tick()
    deliver()
    return page_for(username, DESK[username])


@pytest.fixture
def began():
    return timezone.now().replace(second=0, microsecond=0) - HOUR


# ---- the evening ---------------------------------------------------------------------------------
def three_answers(page: Page, cast, began) -> None:
    page.goto(f"/restraints/new/{cast.kai.pk}/")
    page.get_by_label("Yes, everyone is safe now").check()
    page.get_by_label("Nobody is hurt").check()
    page.get_by_label("Who has been called?").fill("Rosa, on call")
    page.get_by_label("When did it begin?").fill(typed(began))
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Write the rest and sign it by").wait_for()


def the_rest_with_the_connection_cut(page: Page, began) -> None:
    """The words are sealed on the phone; the page goes; they come back with the connection."""
    page.get_by_role("link", name="Write the rest").click()
    page.locator("[name=leading_up]").fill(MUM)
    expect(page.locator("#draft-status")).to_have_text(KEPT)
    page.context.set_offline(True)
    page.locator("[name=words]").fill(WORDS)
    said = page.locator("#draft-status")
    expect(said).to_contain_text("Your words are safe on this device")
    expect(page.locator("#unsent-count")).to_have_text("1 page not sent yet")
    page.context.set_offline(False)
    expect(said).to_have_text(KEPT)
    page.reload()
    for name in ("words", "leading_up"):
        expect(page.locator(f"[name={name}]")).to_have_value(REST[name])
    for name, words in REST.items():
        page.locator(f"[name={name}]").fill(words)
    page.locator("[name=ended_at]").fill(typed(began + HOUR / 30))
    page.get_by_label("Somebody else would have been hurt").check()
    page.get_by_label("Looked at by us, nothing found").check(force=True)


def two_people_held(page: Page, *people) -> None:
    for number, person in enumerate(people):
        if not page.locator(f"[name=hold-{number}-person]").is_visible():
            page.locator("#hold-rows").get_by_role("button", name="Add a line").click()
        page.locator(f"[name=hold-{number}-person]").select_option(str(person.pk))
        page.locator(f"[name=hold-{number}-minutes]").fill("2")
        page.locator(f"[name=hold-{number}-other]").fill("held by the arm")


def two_marks(page: Page) -> None:
    tap(page, "front-left-forearm")
    page.locator("[name=injury-0-kind]").select_option("bruise")
    page.locator("#injury-rows").get_by_role("button", name="Add a line").click()
    page.locator("[name=injury-1-place]").select_option("back-right-hand")
    page.locator("[name=injury-1-kind]").select_option("red")
    expect(page.locator(".body-mark")).to_have_count(2)


# ---- two days later ------------------------------------------------------------------------------
def the_manager_is_told(page: Page, record: Restraint) -> None:
    page.goto("/")
    expect(page.get_by_role("main")).to_contain_text(TALK)
    page.goto("/inbox/")
    expect(page.locator(".notice-new")).to_contain_text(TALK)
    page.get_by_role("button", name=re.compile("^Open")).first.click()
    page.wait_for_url(f"**/restraints/{record.pk}/")


def talks_with(page: Page, record: Restraint, *people) -> None:
    for person in people:
        step(page, record, "user-talk")
        page.get_by_label(person.name).check()
        page.locator("[name=talked_at]").fill(typed(timezone.now()))
        page.locator("[name=words]").fill(f"{person.name} says it is right.")
        press(page)


def the_child_is_asked(page: Page, record: Restraint, words: str) -> None:
    step(page, record, "child-asked")
    page.get_by_label("Did not want to talk").check(force=True)
    page.locator("[name=words]").fill(words)
    page.locator("[name=asked_at]").fill(typed(timezone.now()))
    press(page)


def signs(page: Page, record: Restraint, moment: str, **words: str) -> None:
    step(page, record, moment)
    for name, text in words.items():
        page.locator(f"[name={name}]").fill(text)
    press(page)


def stands(page: Page, record: Restraint, *more: str) -> str:
    """On the page and on the law's paper alike: what everybody said."""
    page.goto(f"/restraints/{record.pk}/")
    shown = page.get_by_role("main").text_content()
    link = page.get_by_role("link", name="Record of restraint (PDF)")
    paper = " ".join(printed(page, link.get_attribute("href")).split())
    for text in (" ".join(shown.split()), paper):
        for said in (WORDS, *REFUSED, HIS, *more):
            assert said in text, f"{said}: {text}"
    return paper


def due_at(record: Restraint) -> dict:
    rows = Deadline.objects.filter(object_id=record.pk).order_by("due_at")
    return {row.rule: row.due_at for row in rows}


def events_of(record: Restraint) -> list[tuple[str, str]]:
    rows = DeadlineEvent.objects.filter(deadline__object_id=record.pk)
    return list(rows.values_list("deadline__rule", "kind"))


# ---- later still ---------------------------------------------------------------------------------
def words_are_added(page: Page, record: Restraint) -> None:
    page.goto(f"/restraints/{record.pk}/")
    page.get_by_role("link", name="Add words").click()
    page.locator("[name=field]").select_option("came_after")
    page.get_by_label("What do you want to add?").fill(ADDED)
    page.get_by_label("Why now?").fill("I remembered it on the way home")
    press(page)


def a_minute_is_put_right(page: Page, record: Restraint) -> Restraint:
    page.get_by_role("link", name="Put a wrong fact right").click()
    expect(page.locator("[name=words]")).to_have_value(WORDS)
    expect(page.locator(".body-mark")).to_have_count(2)
    page.locator("[name=hold-0-minutes]").fill("2.5")
    save(page)
    page.wait_for_url(ONE)
    return Restraint.objects.get(replaces=record)


def test_a_hold_from_the_bad_hour_to_a_minute_put_right(cast, page_for, time_machine, began):
    sam = page_for("sam")
    three_answers(sam, cast, began)
    the_rest_with_the_connection_cut(sam, began)
    two_people_held(sam, cast.sam, cast.cara)
    two_marks(sam)
    save(sam)
    sam.wait_for_url(ONE)
    record = Restraint.objects.get()
    assert record.signed_by == cast.sam and record.used_by() == {cast.sam.pk, cast.cara.pk}
    clocks = due_at(record)
    assert [due - began for due in clocks.values()] == [24 * HOUR, 48 * HOUR, 120 * HOUR]

    rosa = later(time_machine, page_for, "rosa", hours=40)
    assert events_of(record) == [("R35-USER", "reminder")]  # signed in time: no word about that
    the_manager_is_told(rosa, record)
    talks_with(rosa, record, cast.sam, cast.cara)
    signs(rosa, record, "user_spoken", review="Needed, and no more than was needed.")
    for words in REFUSED:
        the_child_is_asked(rosa, record, words)
    signs(rosa, record, "child_spoken", child_words=HIS)
    paper = stands(rosa, record)
    for said in MOMENTS:
        assert said in paper

    sam = later(time_machine, page_for, "sam", hours=100)
    words_are_added(sam, record)
    new = a_minute_is_put_right(sam, record)
    paper = stands(sam, new, "2.0", "2.5", ADDED, "What stood here before")
    assert "This record puts right an older one" in paper
    assert "put right in a newer one" in stands(sam, record, "2.0", ADDED)
    assert new.happened_at == began and due_at(new) == clocks
    assert {row.state for row in Deadline.objects.filter(object_id=new.pk)} == {"met"}
    time_machine.move_to(timezone.now() + 200 * HOUR)
    tick()
    assert events_of(new) == []
