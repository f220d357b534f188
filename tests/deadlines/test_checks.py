"""Each duty that is attached to a check of the house, as a table: done, due again, who is told."""

from datetime import UTC, datetime, timedelta

import pytest

from compliance.checks.deadlines import RULES
from cura.core.deadlines import engine, reading, rules, ticking
from cura.core.deadlines.deadline import Deadline, DeadlineEvent
from cura.core.deadlines.duty import duty
from cura.lib import london
from tests.deadlines.test_offsets import at, last_of

NIGHT = {"asleep": ["on"]}
TABLE = (
    # duty, kind, typed, done at, due again at the end of
    ("FIRE-WEEK", "firealarmtest", {}, "2026-03-23T10:00", "2026-03-30"),
    ("FIRE-WEEK", "firealarmtest", {}, "2026-10-19T23:59", "2026-10-26"),
    ("FIRE-DRILL", "firedrill", {}, "2025-11-30T16:00", "2026-02-28"),
    ("FIRE-DRILL/night", "firedrill", NIGHT, "2024-02-29T03:00", "2025-02-28"),
    ("EM-LIGHT", "emergencylightcheck", {}, "2026-01-31T09:00", "2026-02-28"),
    ("WATER", "watertemperature", {}, "2026-12-31T09:00", "2027-01-31"),
    ("VEHICLE", "vehiclecheck", {}, "2026-12-25T09:00", "2027-01-01"),
    ("FIRSTAID", "firstaidcheck", {}, "2026-04-03T09:00", "2026-04-10"),
)


def test_every_attached_duty_has_its_line():
    assert {line[0] for line in TABLE} == {rule.key for rule in RULES}


@pytest.mark.parametrize("key,kind,typed,done,due", TABLE, ids=lambda v: str(v))
def test_done_once_it_is_due_again(key, kind, typed, done, due, check, cast):
    record = check(kind, at(done), typed)
    row = Deadline.objects.get(object_id=record.pk, rule=key)
    assert (row.slot, row.due_at, row.done_at) == (at(done), last_of(due), None)
    assert (row.home_id, row.child_id, row.permission) == (cast.elm.pk, None, "premises_read")
    assert (row.owner, row.basis) == ("ours", duty(key.partition("/")[0]).basis)
    assert row.state == "open"


@pytest.mark.parametrize("key,kind,typed,done,due", TABLE, ids=lambda v: str(v))
def test_the_next_one_does_it_in_time_or_late(key, kind, typed, done, due, check):
    first = check(kind, at(done), typed)
    last_minute = last_of(due).replace(second=0, microsecond=0)
    second = check(kind, last_minute, _as(first, typed))
    row = Deadline.objects.get(object_id=first.pk, rule=key)
    assert (row.done_at, row.state, row.next_alert_at) == (last_minute, "met", None)
    third = check(kind, london.day_bounds(london.local_date(last_minute))[1], _as(first, typed))
    assert Deadline.objects.get(object_id=second.pk, rule=key).done_at == third.happened_at
    assert Deadline.objects.get(object_id=third.pk, rule=key).done_at is None


@pytest.mark.parametrize("key,kind,typed,done,due", TABLE, ids=lambda v: str(v))
def test_reminded_in_time_then_told_who_leads_then_who_stands_above(
    key, kind, typed, done, due, check
):
    record = check(kind, at(done), typed)
    rule = rules.find(f"compliance.{kind}", key)
    ticking.tick(last_of(due) - timedelta(days=30))
    events = DeadlineEvent.objects.filter(deadline__rule=key, deadline__object_id=record.pk)
    assert not events.exclude(at__lte=last_of(due) - timedelta(days=30)).exists()
    ticking.tick(last_of(due) + timedelta(days=30))
    assert [event.kind for event in events] == ["reminder", "overdue", "escalation"]
    told = [*rule.remind, *rule.escalate]
    assert [tuple(event.to) for event in events] == [each.to for each in told]
    assert [event.at < last_of(due) for event in events] == [True, False, False]
    assert Deadline.objects.get(object_id=record.pk, rule=key).state == "overdue"


def _as(record, typed: dict) -> dict:
    """The same car, the same box."""
    place = getattr(record, "place", None)
    return typed | ({"place": [place]} if place else {})


def test_a_drill_by_day_is_no_drill_at_night(check):
    check("firedrill", at("2026-05-01T15:00"))
    assert set(Deadline.objects.values_list("rule", flat=True)) == {"FIRE-DRILL"}


def test_each_car_has_its_own_week_however_it_is_typed(check):
    blue = check("vehiclecheck", at("2026-05-01T09:00"), {"place": ["Blue car"]})
    red = check("vehiclecheck", at("2026-05-03T09:00"), {"place": ["Red car"]})
    check("vehiclecheck", at("2026-05-04T09:00"), {"place": ["blue CAR "]})
    assert Deadline.objects.get(object_id=blue.pk).done_at == at("2026-05-04T09:00")
    assert Deadline.objects.get(object_id=red.pk).done_at is None
    assert Deadline.objects.get(object_id=red.pk).title == "Check the car: Red car"


def test_another_home_is_another_series(check, cast):
    here = check("firealarmtest", at("2026-05-01T09:00"))
    check("firealarmtest", at("2026-05-04T09:00"), by=cast.omar, home=cast.oak)
    assert Deadline.objects.get(object_id=here.pk).done_at is None


def test_ten_taps_in_one_round_are_one_time_that_it_was_done(check, cast):
    for minute in range(3):
        check("watertemperature", at(f"2026-04-01T09:0{minute}"))
    check("watertemperature", at("2026-04-28T09:00"))
    now = datetime(2026, 5, 20, tzinfo=UTC)
    strip = reading.strip(reading.of_home(cast.rosa, cast.elm, now), now)["WATER"]
    assert [(m.first.month, m.state) for m in strip if m.state != "none"] == [(5, "met")]
    assert next(m for m in strip if m.first.month == 5).met == 1
    assert engine.resync(now) == 0
