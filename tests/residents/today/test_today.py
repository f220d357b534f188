"""A worker's own page: one verb a row, and tea when there is nothing."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cura.core.records import registry
from residents import due
from residents.child import actions as children
from residents.due import Due
from residents.today import panels
from tests import builders
from tests.residents.handover.test_handover import written

QUIET = datetime(2026, 11, 18, 14, tzinfo=UTC)  # no change of shift is near


@pytest.fixture
def quiet(time_machine):
    time_machine.move_to(QUIET, tick=False)


def verbs(cast, user, now=QUIET) -> dict:
    shown = panels.due(subject=cast.elm, user=user, now=now)
    return {g["title"]: [row.verb for row in g["rows"]] for g in shown["groups"]}


def entry(cast, when, **change):
    given = {"happened_at": [when.isoformat()], "until": [""], "children": [str(cast.kai.pk)]}
    given |= {k: [str(v)] for k, v in change.items()}
    return builders.make(
        registry.of("residents.diaryentry"), subject=cast.elm, by=cast.tess, change=given
    )


def test_nothing_due_is_said_kindly(cast, as_user, quiet):
    page = as_user(cast.cara).get("/today/").content.decode()
    assert "Nothing due. Go and have tea with them." in page


def test_the_handover_is_there_to_write_and_then_to_take(cast, quiet):
    at_nine = QUIET.replace(hour=9)
    assert verbs(cast, cast.cara, at_nine)["Now"] == ["Write the handover"]
    written(cast, happened_at=at_nine.isoformat())
    assert verbs(cast, cast.sam, at_nine)["Now"] == ["Take the handover from Tess"]
    assert verbs(cast, cast.tess, at_nine) == {}


def test_who_goes_and_whose_key_child_it_is(cast, quiet):
    children.change(
        child=cast.kai, values={"key_worker": cast.sam}, by=cast.rosa, now=timezone.now()
    )
    hour = timedelta(hours=1)
    entry(cast, QUIET + 3 * hour, title="Dentist", driver=cast.cara.pk)
    entry(cast, QUIET + 50 * hour, title="Social worker", kind="visit", driver="")
    entry(cast, QUIET - 5 * hour, title="Tea with Mum", kind="family", driver="")
    assert verbs(cast, cast.cara) == {"This shift": ["Go with Kai: Dentist"]}
    assert verbs(cast, cast.sam) == {
        "Now": ["Write how it went: Tea with Mum"],
        "This week": ["Kai: Social worker"],
    }
    assert verbs(cast, cast.tess) == {}


def test_my_key_children_are_faces_with_one_line(cast, as_user, quiet):
    assert "My key child" not in as_user(cast.sam).get("/today/").content.decode()
    children.change(
        child=cast.kai, values={"key_worker": cast.sam}, by=cast.rosa, now=timezone.now()
    )
    entry(cast, QUIET + timedelta(hours=2), title="Dentist")
    page = as_user(cast.sam).get("/today/").content.decode()
    assert "My key child" in page and "At home · 16:00 Dentist" in page


def test_drafts_are_counted_and_others_hand_their_rows_over(cast, as_user, quiet, monkeypatch):
    more = Due(when=due.WEEK, verb="Write the report", url="/", by=QUIET)
    monkeypatch.setattr(panels, "ASKED", [lambda home, user, now: [more]])
    assert verbs(cast, cast.cara) == {"This week": ["Write the report"]}


def test_the_house_now_costs_the_same_for_few_and_for_many(cast, as_user):
    client = as_user(cast.cara)
    url = reverse("house-now", args=["elm"])
    now = timezone.now()

    def add(times):
        for _ in range(times):
            entry(cast, now + timedelta(hours=1))
            for label, child in (("residents.outing", cast.kai), ("residents.dailynote", cast.mia)):
                builders.make(
                    registry.of(label), subject=child, by=cast.cara, change={"good": ["on"]}
                )
            builders.make(registry.of("residents.mustread"), subject=cast.elm, by=cast.rosa)

    add(1)
    client.get(url)
    with CaptureQueriesContext(connection) as one:
        client.get(url)
    add(9)
    with CaptureQueriesContext(connection) as many:
        page = client.get(url).content.decode()
    assert len(one) == len(many)
    assert "Good things" in page and "What is next" in page and "In the night" in page
