"""Every night of every child is at a place of a known kind."""

from datetime import UTC, datetime, timedelta

from django.urls import reverse

from cura.core.deadlines.deadline import DeadlineEvent
from cura.core.deadlines.ticking import tick
from cura.core.records import actions, registry
from residents.whereabouts.models import Outing
from residents.whereabouts.nights import HERE, table
from tests import builders
from tests.house.pages import signed_in

NOW = datetime(2026, 6, 10, 17, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def away(cast, *, days: int, nights: int, **facts):
    """Kai went out so many days ago and came back so many nights later."""
    went = NOW - days * DAY
    facts = {"sleeps": "", "sleeps_at": "", "where": "Beth's", "until": ""} | facts
    change = {name: [value] for name, value in facts.items()} | {"happened_at": [went.isoformat()]}
    record = builders.make(
        registry.of(Outing), subject=cast.kai, by=cast.sam, now=went, change=change
    )
    values = {"came_back_at": went + nights * DAY}
    actions.reach(record=record, moment="back", by=cast.sam, values=values, now=went + nights * DAY)
    return record


def kai(cast) -> list[str]:
    lines = table(cast.elm, cast.rosa, NOW)
    return [c["where"] for line in lines for c in line["children"] if c["name"] == "Kai"]


def test_an_afternoon_out_is_a_night_at_home(cast):
    record = away(cast, days=3, nights=0)
    assert record.came_back_at is None or set(kai(cast)) == {HERE}


def test_two_nights_with_family_are_said_and_one_of_no_kind_is_asked_about(cast):
    away(cast, days=5, nights=2, sleeps="family")
    away(cast, days=2, nights=1)
    assert kai(cast)[:6] == [
        HERE, "Not said where: Beth's", HERE, "With family: Beth's", "With family: Beth's", HERE
    ]  # fmt: skip


def test_another_place_is_told_to_two_at_once(cast):
    record = away(cast, days=2, nights=1, sleeps="other", sleeps_at="A flat, Elm Street")
    tick(NOW)
    events = DeadlineEvent.objects.filter(deadline__object_id=record.pk)
    assert [(e.kind, tuple(e.to)) for e in events] == [("overdue", ("manager", "ri"))]


def test_the_page_opens_the_record_of_a_night_away(cast):
    client = signed_in(cast.cara)
    page = client.get(reverse("nights-slept", args=["elm"]))
    assert page.status_code == 200 and "Where everybody slept" in page.content.decode()
    assert signed_in(cast.omar).get(reverse("nights-slept", args=["elm"])).status_code == 404
