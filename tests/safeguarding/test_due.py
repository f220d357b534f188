"""A hold on the pages of what is due, in the calendar, and in the manager's rates."""

from datetime import timedelta

import pytest
from django.urls import reverse

from compliance.due import feed
from cura.core.panels import rates
from cura.core.records import actions, registry
from residents.going import nights, reading
from tests.safeguarding.records import HELD, HOUR, body, sheet

LATER = HELD + 30 * HOUR
DAY = timedelta(days=1)


@pytest.fixture
def hold(cast, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: LATER)
    kind = registry.of("safeguarding.restraint")
    filled = sheet("restraint", cast, body(cast.sam), cast.sam)
    assert filled.is_valid(), filled.errors()
    return actions.create(sheet=filled, type=kind, subject=cast.kai, by=cast.sam, now=HELD + HOUR)


def test_its_three_clocks_stand_with_the_law_they_come_from(cast, client, hold):
    client.force_login(cast.rosa)
    answer = client.get(reverse("due", args=["elm"]), {"about": str(cast.kai.pk)})
    found = {line.ground: line for g in answer.context["groups"] for line in g["lines"]}
    law = {ground for ground in found if ground.startswith("Law: ")}
    assert law == {f"Law: CHR 2015 reg. 35(3)({letter})" for letter in "abc"}
    assert set(found) - law == {"Our policy: CHR 2015 regs. 12 and 14"}  # her safety plan
    record = found["Law: CHR 2015 reg. 35(3)(a)"]
    assert (record.state, record.whom) == ("Overdue", "Kai")
    assert record.when == "was due by 20:40 yesterday, 6 hours ago"
    talk = found["Law: CHR 2015 reg. 35(3)(c)"]
    assert (talk.what, talk.when) == ("Talk with Kai about the hold", "by 20:40, Mon 15 Jun")
    assert client.get(talk.url)["Location"] == reverse("restraints-detail", args=[hold.pk])


def test_a_calendar_names_no_child(cast, client, hold):
    secret = feed.make(by=cast.rosa, now=LATER)
    text = client.get(reverse("due-ics", args=[secret])).content.decode()
    assert text.count("BEGIN:VEVENT") == 4  # the law's three, and her safety plan
    for word in ("Kai", "K.M.", "Sam", "stairs"):
        assert word not in text


def test_holds_are_counted_for_who_may_read_them_and_open_the_record(cast, client, hold):
    client.force_login(cast.rosa)
    asked = nights.periods(LATER + DAY)
    rate = rates.find("holds")
    assert sum(reading.counts(rate, cast.elm, cast.rosa, asked)) == 1
    assert sum(reading.counts(rate, cast.elm, cast.lin, asked)) == 0
    answer = client.get(reverse("rate", args=["elm", "holds"]))
    assert answer.context["says"] == "Too few to say."
    (event,) = answer.context["events"]
    assert (event["words"], event["url"]) == (
        "Kai, the stairs", reverse("restraints-detail", args=[hold.pk])
    )  # fmt: skip
