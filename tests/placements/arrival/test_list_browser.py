"""The list in a thumb's reach: a phone of 390 px, with no script at all."""

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from placements.arrival import actions, reading
from residents.child.models import Child
from tests.house.test_pages_axe import Reader


def begun(cast):
    now = timezone.now()
    Child.objects.filter(pk=cast.kai.pk).update(arrived_at=now, key_worker=cast.sam)
    cast.kai.refresh_from_db()
    return actions.begin(child=cast.kai, person=cast.cara, by=cast.tess, now=now)


def test_a_tired_person_taps_through_it_without_a_script(cast, page_for):
    page = page_for("cara", java_script_enabled=False)
    first = begun(cast)
    page.goto("/today/")
    page.get_by_role("link", name="Kai's first day").click()
    top = page.locator("#next")
    expect(top).to_contain_text("Met at the door by one adult")
    done = top.get_by_role("button", name="Done").first
    box = done.bounding_box()
    assert box["height"] >= 44 and box["y"] + box["height"] < 844  # seen without scrolling
    done.click()
    expect(top).to_contain_text("What does Kai want to be called?")
    top.get_by_label("As it was said, or why not now").fill("K")
    top.get_by_role("button", name="Keep").click()
    expect(top).to_contain_text("Shown the room and the bathroom")
    top.get_by_text("Words, another time, or not now").click()
    top.get_by_label("Words, or why not now").fill("not out of the hall yet")
    top.get_by_role("button", name="Not now, because of this").click()
    expect(top).to_contain_text("What would Kai like to eat and drink?")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    page.get_by_role("button", name="Mia agrees").click()
    standing = reading.standing(first)
    assert {key: line.state for key, line in standing.items()} == {
        "door": "done", "called": "done", "own-room": "not_now"
    }  # fmt: skip
    assert reading.names_in_pack(first) == {cast.mia.pk: True}
    assert page.url.endswith(f"{reverse('first-day', args=[first.pk])}#others")


def test_its_pages_are_for_everybody(cast, page_for):
    """The list open and half done, and the pages round it, by the rules that axe knows."""
    first = begun(cast)
    for step, words in (("door", ""), ("called", "K"), ("guide", "hm")):
        actions.tick(
            first_day=first, step=step, state="done", words=words, by=cast.cara,
            now=timezone.now(), **({"how": "read", "understood": "no"} if words == "hm" else {}),
        )  # fmt: skip
    reader = Reader(page_for("tess", "desktop", service_workers="block"))
    for name, args in (("first-day", [first.pk]), ("first-day-heard", [first.pk]),
                       ("welcome-home", ["elm"]), ("my-photo", [])):  # fmt: skip
        reader.look(reverse(name, args=args), pairs=((390, "light"), (1280, "dark")))
    assert reader.read == 4 and not reader.found, reader.said()
