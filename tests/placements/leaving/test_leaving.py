"""She leaves once, is rung up after it, and may say stop."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from cura.core.deadlines import engine
from cura.core.deadlines.deadline import Deadline, DeadlineEvent
from cura.core.deadlines.ticking import tick
from cura.core.records import actions, registry
from placements.leaving.actions import gone
from placements.leaving.models import AfterContact, Leaving, MovingOn
from residents.child.models import Stay
from tests import builders
from tests.house.pages import signed_in

NOW = datetime(2026, 6, 10, 17, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def left(cast):
    record = builders.signed(registry.of(Leaving), subject=cast.kai, by=cast.rosa, now=NOW)
    calls = gone(record=record, left_at=NOW, who=cast.sam, by=cast.rosa, now=NOW)
    cast.kai.refresh_from_db()
    return record, calls


def test_her_stay_ends_and_four_calls_are_planned(cast, left):
    _, calls = left
    assert cast.kai.left_at == NOW
    assert not Stay.objects.filter(child=cast.kai, ends=None).exists()
    days = [(call.happened_at - NOW).days for call in calls]
    assert days == [7, 30, 92, 183]
    assert {call.who for call in calls} == {cast.sam}


def test_pressed_twice_nothing_is_made_twice(cast, left):
    record, calls = left
    again = gone(record=record, left_at=NOW + DAY, by=cast.rosa, now=NOW + DAY)
    assert [call.pk for call in again] == [call.pk for call in calls]
    cast.kai.refresh_from_db()
    assert cast.kai.left_at == NOW and AfterContact.objects.count() == 4


def held(call, by, went: str) -> None:
    values = {"went": went, "words": "She is fine.", "own_words": ""}
    actions.reach(record=call, moment="held", by=by, values=values, now=call.happened_at)


def states() -> list[str]:
    rows = Deadline.objects.filter(rule="AFTER-CALL").order_by("due_at")
    return list(rows.values_list("state", flat=True))


def test_a_call_that_nobody_made_is_told_three_days_later(cast, left):
    _, calls = left
    held(calls[0], cast.sam, "good")
    tick(calls[1].happened_at + 4 * DAY)
    events = DeadlineEvent.objects.filter(deadline__rule="AFTER-CALL").order_by("at")
    assert [(e.deadline.object_id, e.kind) for e in events if e.kind == "overdue"] == [
        (calls[1].pk, "overdue")
    ]
    assert states() == ["met", "overdue", "open", "open"]


def test_no_more_calls_please_ends_all_that_were_to_come(cast, left):
    _, calls = left
    held(calls[0], cast.sam, "stop")
    engine.resync(calls[0].happened_at + DAY)
    assert set(states()) == {"met"}


def test_the_page_of_one_who_left_says_which_call_is_next(cast, left):
    page = signed_in(cast.sam).get(reverse("child", args=[cast.kai.pk])).content.decode()
    assert "A call after a week" in page


def test_moving_on_stands_on_her_page_from_the_first_day(cast):
    builders.make(
        registry.of(MovingOn), subject=cast.kai, by=cast.sam, now=NOW,
        change={"own_words": ["To my auntie."], "place": ["family"]},
    )  # fmt: skip
    page = signed_in(cast.cara).get(reverse("child", args=[cast.kai.pk])).content.decode()
    assert "With family" in page and "To my auntie." in page
