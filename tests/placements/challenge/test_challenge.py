"""Pressing on, level by level (CHR 2015 reg. 5(c)), and asking for a review (reg. 14(2))."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cura.core.deadlines.deadline import Deadline, DeadlineEvent
from cura.core.deadlines.ticking import tick
from cura.core.records import actions, registry, steps
from cura.core.records.sheet import Sheet
from cura.lib import london
from placements.challenge.documents import LETTER
from placements.challenge.models import Challenge
from placements.challenge.reading import stands
from tests.house.pages import signed_in

# The days of the inspected home: Good Friday and Easter Monday lie between.
SENT = datetime(2019, 4, 1, 9, 0, tzinfo=UTC)
LAST = datetime(2019, 5, 6, 9, 0, tzinfo=UTC)


def sent(cast, **changed) -> Challenge:
    type = registry.of(Challenge)
    body = {
        "kind": "unsafe", "ground": "", "noticed_at": "", "title": "Another home for Kai",
        "words": "Find another home by 29 April.", "why": "He is not safe here.", "own_words": "",
        "wanted_by": "2019-04-29", "level": "1", "to_name": "Femi, social worker",
        "agency": "Northwold", "how": "mail", "happened_at": "2019-04-01T10:00",
    } | changed  # fmt: skip
    body = {name: [value] for name, value in body.items()}
    sheet = Sheet.build(type, subject=cast.kai, user=cast.rosa, data=body, now=SENT)
    assert sheet.is_valid(), sheet.errors()
    return actions.create(sheet=sheet, type=type, subject=cast.kai, by=cast.rosa, now=SENT)


def signed(cast, **changed) -> Challenge:
    return actions.reach(record=sent(cast, **changed), moment="signed", by=cast.rosa, now=SENT)


def days_told(record, rule="R5-CHALLENGE") -> list[tuple[date, tuple]]:
    rows = DeadlineEvent.objects.filter(deadline__object_id=record.pk, deadline__rule=rule)
    return [(london.local_date(e.at), tuple(e.to)) for e in rows.order_by("at")]


def run(until=LAST) -> None:
    """Beat, every six hours."""
    at = SENT
    while at < until:
        at += timedelta(hours=6)
        tick(at)


def test_each_five_working_days_a_level_with_easter_between(cast):
    record = signed(cast)
    run()
    assert days_told(record) == [
        (date(2019, 4, 5), ("author",)),
        (date(2019, 4, 8), ("manager",)),
        (date(2019, 4, 15), ("manager", "ri")),
        (date(2019, 4, 24), ("manager", "ri")),
    ]
    assert days_told(record, "R5-CHALLENGE/wanted") == [(date(2019, 4, 29), ("manager", "ri"))]


def answer(cast, record, enough: str, days: int) -> None:
    values = {"answer": "We are searching.", "enough": enough}
    at = SENT + timedelta(days=days)
    actions.reach(record=record, moment="answered", by=cast.rosa, values=values, now=at)


def test_searching_is_no_answer(cast):
    record = signed(cast)
    answer(cast, record, "no", 3)
    row = Deadline.objects.get(object_id=record.pk, rule="R5-CHALLENGE")
    assert row.done_at is None
    record.refresh_from_db()
    assert stands(record) == "Answered, not enough"


def test_an_answer_that_is_enough_ends_both_clocks(cast):
    record = signed(cast)
    answer(cast, record, "yes", 3)
    run()
    assert {d.state for d in Deadline.objects.filter(object_id=record.pk)} == {"met"}
    assert days_told(record) == []


NEXT = {"to_name": "Team manager", "how": "letter", "words": "w", "why": "y", "wanted_by": None}


def test_the_next_level_stops_this_clock_and_starts_its_own(cast):
    record = signed(cast)
    step = steps.find(registry.of(Challenge), "next")
    later = SENT + timedelta(days=7)
    made = step.do(record=record, by=cast.rosa, values=NEXT, now=later)
    second = Challenge.objects.get(follows=record)
    assert (second.level, second.title, second.signed_at) == (2, record.title, later)
    first = Deadline.objects.get(object_id=record.pk, rule="R5-CHALLENGE")
    assert first.done_at == later and first.state == "met"
    assert Deadline.objects.get(object_id=second.pk).due_at > later
    again = step.do(record=record, by=cast.rosa, values=NEXT, now=later)
    assert again.pk == made.pk == second.pk and Challenge.objects.count() == 2


def test_nobody_is_left_above_the_fourth_level(cast):
    record = signed(cast, level="4")
    with pytest.raises(ValidationError, match="nobody left"):
        steps.find(registry.of(Challenge), "next").do(
            record=record, by=cast.rosa, values=NEXT, now=SENT
        )


def test_a_review_needs_its_ground_and_is_asked_for_within_a_working_day(cast):
    with pytest.raises(AssertionError, match="why a review"):
        sent(cast, kind="review")
    record = sent(cast, kind="review", ground="child", noticed_at="2019-04-01T08:00")
    row = Deadline.objects.get(object_id=record.pk, rule="R14-REVREQ")
    assert london.local_date(row.due_at) == date(2019, 4, 2) and row.done_at is None
    actions.reach(record=record, moment="signed", by=cast.rosa, now=SENT)
    row.refresh_from_db()
    assert row.state == "met"


def test_the_manager_sees_what_waits_and_the_worker_of_another_home_nothing(cast):
    signed(cast)
    page = signed_in(cast.rosa).get(reverse("manager", args=["elm"])).content.decode()
    assert "1 letter so far, 1 waiting." in page and "Another home for Kai" in page
    assert signed_in(cast.omar).get(reverse("manager", args=["elm"])).status_code == 404


def test_the_letter_reads_as_a_letter_and_names_the_one_before(cast):
    record = signed(cast, own_words="Am I here for Christmas?")
    made = steps.find(registry.of(Challenge), "next").do(
        record=record, by=cast.rosa, values=NEXT, now=SENT + timedelta(days=7)
    )
    first, second = (LETTER.page(row, by=cast.rosa, now=SENT).html for row in (record, made))
    assert "Please answer by Mon 29 Apr 2019." in first and "regulation 5(c)" in first
    assert "Am I here for Christmas?" in first and "Rosa Lind" in first
    assert "On Mon 1 Apr 2019 we asked Femi, social worker for this." in second
    assert "Not signed" not in first and "we asked" not in first
