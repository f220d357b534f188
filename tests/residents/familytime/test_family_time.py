"""What is agreed about family time, whose task it is, how it has been; and limits of reg. 22."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cura.core.deadlines.deadline import Deadline, DeadlineEvent
from cura.core.deadlines.ticking import tick
from cura.core.records import actions, registry, steps
from cura.core.records.sheet import Sheet
from residents.diary.models import DiaryEntry
from residents.familytime import reading
from residents.familytime.actions import plan
from residents.familytime.models import FamilyTime
from residents.restriction.models import Restriction
from tests import builders
from tests.house.pages import signed_in

NOW = datetime(2026, 6, 10, 17, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def agreement(cast, **changed) -> FamilyTime:
    """With mum, each Wednesday at the centre, agreed by the council."""
    mum = builders.make(
        registry.of("residents.importantperson"), subject=cast.kai, by=cast.rosa, now=NOW,
        change={"name": ["Siobhan"], "who": ["mum"], "limits": [""]},
    )  # fmt: skip
    facts = {
        "person": [str(mum.pk)], "whom": [""], "way": ["visit"], "how_often": ["Wednesdays at 4"],
        "freedom": ["supervised"], "planned_by": ["council"], "watched_by": ["centre"],
        "asked_by": [""], "asked_on": [""], "limits": [""], "decided_by": [""], "paper": [""],
        "look_again": [""], "own_words": ["I want to see her."],
    }  # fmt: skip
    type = registry.of(FamilyTime)
    body = facts | {name: [value] for name, value in changed.items()}
    sheet = Sheet.build(type, subject=cast.kai, user=cast.rosa, data=body, now=NOW)
    if not sheet.is_valid():
        raise ValidationError([message for _, message in sheet.errors()])
    return actions.create(sheet=sheet, type=type, subject=cast.kai, by=cast.rosa, now=NOW)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"watched_by": ""}, "who is there"),
        ({"watched_by": "home"}, "Who asked us"),
        ({"planned_by": "home"}, "Who asked us"),
        ({"limits": "No photos."}, "who decided on it"),
        ({"freedom": "none", "watched_by": ""}, "who decided on it"),
        ({"limits": "No photos.", "decided_by": "court"}, "Which order"),
        ({"person": ""}, "Say with whom"),
    ],
)
def test_what_is_missing_is_asked_in_words(cast, changed, said):
    with pytest.raises(ValidationError) as refused:
        agreement(cast, **changed)
    assert said in str(refused.value)


def test_what_was_left_to_us_names_who_asked(cast):
    row = agreement(cast, watched_by="home", asked_by="Femi Alade", asked_on="2026-06-01")
    assert reading.whose(row).endswith("asked of us by Femi Alade, Mon 1 Jun 2026")


def test_planned_once_however_often_it_is_pressed_and_each_week(cast):
    row = agreement(cast)
    for _ in range(2):
        plan(
            record=row, starts=NOW + DAY, weekly_until=(NOW + 15 * DAY).date(), by=cast.rosa,
            now=NOW,
        )  # fmt: skip
    entries = DiaryEntry.objects.filter(child=cast.kai).order_by("happened_at")
    assert [e.happened_at - NOW for e in entries] == [DAY, 8 * DAY, 15 * DAY]
    assert {e.with_person_id for e in entries} == {row.person_id}
    page = signed_in(cast.rosa).get(reverse("family-time-list", args=[cast.kai.pk]))
    assert "Siobhan" in page.content.decode()
    entries = reading.of_diary(cast.kai, cast.rosa, NOW)
    assert reading.next_words(entries, NOW).startswith("Next: Thu 11 Jun")


def test_over_or_not_allowed_nothing_is_planned(cast):
    row = agreement(cast)
    actions.reach(record=row, moment="ended", by=cast.rosa, values={"ended_why": "Moved."}, now=NOW)
    with pytest.raises(ValidationError, match="no family time"):
        plan(record=row, starts=NOW + DAY, by=cast.rosa, now=NOW)


def test_called_off_by_adults_is_counted_apart_from_the_childs_own_no(cast):
    row = agreement(cast)
    for number, whom in enumerate(("", "family", "child")):
        entry = plan(record=row, starts=NOW - (number + 1) * DAY, by=cast.rosa, now=NOW - 9 * DAY)
        if whom:
            actions.reach(
                record=entry, moment="cancelled", by=cast.rosa, now=NOW - DAY,
                values={"cancelled_whom": whom, "cancelled_why": "ill", "cancelled_told": "by Sam"},
            )  # fmt: skip
    entries = reading.of_diary(cast.kai, cast.rosa, NOW)
    assert reading.counted(entries, NOW) == "In six months: 1 time, 2 called off (1 by adults)."


def limit(cast, **changed) -> Restriction:
    type = registry.of(Restriction)
    body = {
        "kind": "emergency", "happened_at": "2026-06-10T18:00", "words": "She threatened him.",
        "what": "No video calls without one of us.", "child_told": "Sam, at once.",
        "own_words": "OK.", "person": "", "agreed_with": "",
    } | changed  # fmt: skip
    body = {name: [value] for name, value in body.items()}
    sheet = Sheet.build(type, subject=cast.kai, user=cast.tess, data=body, now=NOW)
    assert sheet.is_valid(), sheet.errors()
    return actions.create(sheet=sheet, type=type, subject=cast.kai, by=cast.tess, now=NOW)


def told(record) -> list[tuple]:
    rows = DeadlineEvent.objects.filter(deadline__object_id=record.pk).select_related("deadline")
    return sorted((e.deadline.rule, e.kind, tuple(e.to), (e.at - NOW) / HOUR) for e in rows)


def test_the_council_hears_of_an_emergency_within_24_hours(cast):
    record = limit(cast)
    for hours in (11.99, 12, 20, 24, 48):
        tick(NOW + hours * HOUR)
    assert told(record) == [
        ("R22-EMERG", "escalation", ("ri",), 48),
        ("R22-EMERG", "overdue", ("manager",), 24),
        ("R22-EMERG", "reminder", ("author", "lead"), 12),
        ("R22-EMERG", "reminder", ("manager",), 20),
    ]


def test_told_in_time_is_silent_and_agreed_has_no_such_clock(cast):
    record = limit(cast)
    values = {"told_whom": "Emergency duty team", "told_how": "phone", "told_words": ""}
    actions.reach(record=record, moment="told", by=cast.tess, values=values, now=NOW + 3 * HOUR)
    agreed = limit(cast, kind="agreed", agreed_with="Femi Alade")
    tick(NOW + 30 * HOUR)
    assert told(record) == told(agreed) == []
    assert not Deadline.objects.filter(object_id=agreed.pk, rule="R22-EMERG").exists()


def test_no_limit_goes_on_because_nobody_looked(cast):
    """Day 7 ends it in the eyes of the clock; what goes on is a new record, agreed."""
    record = limit(cast)
    actions.reach(record=record, moment="signed", by=cast.tess, now=NOW)
    row = Deadline.objects.get(object_id=record.pk, rule="R22-REVIEW")
    assert row.due_at.date() == (NOW + 7 * DAY).date()
    values = {"again": "changed", "again_words": "With Ben. Zosia: fine."}
    actions.reach(record=record, moment="again", by=cast.rosa, values=values, now=NOW + 6 * DAY)
    go_on = {
        "agreed_with": "Ben", "what": "Calls with one of us beside.", "words": "It helps.",
        "child_told": "Sam.", "own_words": "Fine.",
    }  # fmt: skip
    step = steps.find(registry.of(Restriction), "go-on")
    later = NOW + 6 * DAY
    first = step.do(record=record, by=cast.rosa, values=go_on, now=later)
    again = step.do(record=record, by=cast.rosa, values=go_on, now=later)
    assert first.pk == again.pk and first.follows_id == record.pk and first.kind == "agreed"
    assert [r.pk for r in reading.in_force(cast.kai, cast.rosa)] == [first.pk]


def test_what_was_lifted_does_not_go_on(cast):
    record = limit(cast)
    actions.reach(record=record, moment="signed", by=cast.tess, now=NOW)
    values = {"again": "lifted", "again_words": "Over."}
    actions.reach(record=record, moment="again", by=cast.rosa, values=values, now=NOW + DAY)
    with pytest.raises(ValidationError, match="something goes on"):
        steps.find(registry.of(Restriction), "go-on").do(
            record=record, by=cast.rosa, values={}, now=NOW + DAY
        )


def test_a_limit_in_force_stands_at_the_head_of_every_page(cast):
    limit(cast)
    page = signed_in(cast.cara).get(reverse("daily-notes-list", args=[cast.kai.pk]))
    assert "No video calls without one of us." in page.content.decode()
