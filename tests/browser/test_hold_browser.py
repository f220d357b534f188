"""A hold on a phone: three answers first, then the rest, with the body map by tap and by name."""

from cura.core.ui import body_map
from safeguarding.restraint.models import Restraint


def test_three_answers_then_the_rest_with_a_mark_by_tap(cast, page_for):
    page = page_for("sam")
    page.goto(f"/restraints/new/{cast.kai.pk}/")
    page.get_by_label("Yes, everyone is safe now").check()
    page.get_by_label("Nobody is hurt").check()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Write the rest and sign it by").wait_for()
    page.get_by_role("link", name="Write the rest").click()
    tap(page, "front-left-forearm")
    page.get_by_text("Mark 1: left forearm, front. Say below what it is.").wait_for()
    row = page.locator("#injury-0-row")
    assert row.locator('[name="injury-0-place"]').input_value() == "front-left-forearm"
    row.locator('[name="injury-0-kind"]').select_option("bruise")
    tap(page, "back-chest")
    page.locator('[name="injury-1-kind"]').select_option("red")
    page.locator('[name="injury-1-place"]').select_option("back-right-hand")
    assert page.locator('[name="injury-1-x"]').input_value() == ""  # by name: no point of its own
    assert page.locator(".body-mark").count() == 2
    page.get_by_role("button", name="Save, sign later").click()
    page.get_by_role("heading", name="Body map").wait_for()
    record = Restraint.objects.get()
    first, second = record.injuries.all()
    middle = body_map.PLACES["front-left-forearm"].centre
    assert abs(first.x - middle[0]) < 4 and abs(first.y - middle[1]) < 4
    assert (second.place, second.x) == ("back-right-hand", None)
    assert page.locator(".body-mark").count() == 2


def tap(page, place: str) -> None:
    page.locator(f'[data-place="{place}"]').click()
