"""The engine: what is not there is made, what differs is written, and nothing else."""

import random
from datetime import timedelta

import pytest

from compliance.checks.first_aid import first_aid
from compliance.checks.vehicle import vehicle
from compliance.defects.record import defect
from cura.core.deadlines import engine
from cura.core.deadlines.deadline import Deadline, DeadlineEvent
from cura.core.deadlines.ticking import tick
from cura.core.records import actions, registry
from cura.core.records.sheet import Sheet
from tests import builders
from tests.deadlines.mend import DAY, HOUR, NOW, mended, row
from tests.deadlines.test_offsets import at, last_of


def test_an_event_sets_its_clock_going(broken, cast):
    record = broken()
    held = row(record)
    assert (held.slot, held.due_at, held.state) == (NOW, last_of("2026-06-11"), "open")
    assert held.title == "Mend Gate"
    assert held.next_alert_at == NOW + 6 * HOUR
    assert (held.label, held.home_id, held.basis) == ("compliance.defect", cast.elm.pk, "guidance")


@pytest.mark.parametrize("done,state", [("2026-06-11T23:59", "met"), ("2026-06-12T00:00", "late")])
def test_done_in_time_is_to_the_last_minute_of_the_day(broken, done, state):
    record = broken()
    mended(record, at(done))
    held = row(record)
    assert (held.state, held.done_at, held.next_alert_at) == (state, at(done), None)


@pytest.mark.parametrize("seconds,state", [(0, "met"), (1, "late")])
def test_hours_are_met_to_the_second(broken, seconds, state):
    record = broken(danger=["on"])
    due = row(record, "BREACH").due_at
    assert due == NOW + 72 * HOUR
    mended(record, due + timedelta(seconds=seconds))
    assert row(record, "BREACH").state == state


def test_what_no_longer_applies_is_dropped_and_comes_back(broken):
    record = broken(danger=["on"])
    for danger, state in ((False, "dropped"), (True, "open")):
        type(record)._base_manager.filter(pk=record.pk).update(danger=danger)
        engine.sync(record, NOW)
        assert row(record, "BREACH").state == state
    assert row(record).state == "open"


def test_a_record_that_was_set_aside_drops_its_deadlines(broken, cast):
    record = broken()
    actions.void(record=record, reason="Twice", by=cast.cara, now=NOW + HOUR)
    assert (row(record).state, row(record).next_alert_at) == ("dropped", None)
    assert tick(NOW + 30 * DAY) == 0
    assert engine.resync(NOW + 30 * DAY) == 0


def test_a_start_that_was_mistyped_moves_the_slot(broken, cast):
    record = broken()
    moved = {"happened_at": ["2026-06-09T08:00"]}
    body = builders.posted_for(defect, subject=cast.elm, user=cast.cara, now=NOW) | moved
    sheet = Sheet.build(
        defect, subject=cast.elm, user=cast.cara, instance=record, data=body, now=NOW
    )
    assert sheet.is_valid(), sheet.errors()
    actions.edit(sheet=sheet, type=defect, by=cast.cara, version=1, now=NOW)
    states = dict(Deadline.objects.filter(rule="LADO").values_list("slot", "state"))
    assert states == {NOW: "dropped", at("2026-06-09T08:00"): "open"}


def test_a_replaced_record_leaves_one_clock(check, cast):
    """A wrong fact: the new one counts, the old one is set aside in the same breath."""
    first = check("firstaidcheck", at("2026-05-01T09:00"), {"place": ["Kitchen"]})
    wrong = check("firstaidcheck", at("2026-05-08T09:00"), {"place": ["Kitchen"]})
    actions.reach(record=wrong, moment="signed", by=cast.cara, now=NOW)
    typed = {"happened_at": ["2026-05-07T09:00"], "place": ["Kitchen"]}
    body = builders.posted_for(first_aid, subject=cast.elm, user=cast.cara, now=NOW) | typed
    sheet = Sheet.build(first_aid, subject=cast.elm, user=cast.cara, data=body, now=NOW)
    assert sheet.is_valid(), sheet.errors()
    right = actions.create(
        sheet=sheet, type=first_aid, subject=cast.elm, by=cast.cara, replaces=wrong, now=NOW
    )
    assert row(first, "FIRSTAID").done_at == at("2026-05-07T09:00")
    assert row(wrong, "FIRSTAID").state == "dropped"
    assert row(right, "FIRSTAID").done_at is None
    assert engine.resync(NOW) == 0


def test_a_check_written_in_between_afterwards_takes_its_place(check, cast):
    """Monday's check is written on Wednesday: last week's ends with it, and it with Wednesday's."""
    week = [check("vehiclecheck", at(f"2026-05-{d:02}T09:00"), {"place": ["Car"]}) for d in (1, 15)]
    between = check("vehiclecheck", at("2026-05-08T09:00"), {"place": ["Car"]})
    assert row(week[0], "VEHICLE").done_at == at("2026-05-08T09:00")
    assert row(week[0], "VEHICLE").state == "met"
    assert row(between, "VEHICLE").done_at == at("2026-05-15T09:00")
    actions.void(record=between, reason="Wrong car", by=cast.cara, now=NOW)
    assert row(week[0], "VEHICLE").done_at == at("2026-05-15T09:00")
    assert row(week[0], "VEHICLE").state == "late"
    assert engine.resync(NOW) == 0


# What the tick has counted, and how often a row changed, is not made anew.
ALERTS = ("id", "alert_no", "next_alert_at", "revision")


def shadow() -> list:
    """All that resync can make anew from the records."""
    columns = [f.name for f in Deadline._meta.fields if f.name not in ALERTS]
    return sorted(map(repr, Deadline.objects.standing().values_list(*columns)))


@pytest.mark.parametrize("seed", range(4))
def test_resync_after_any_writes_changes_nothing_and_from_nothing_makes_the_same(
    seed, check, cast, broken
):
    chance = random.Random(seed)
    made, now = [], NOW
    for _ in range(14):
        now += timedelta(hours=chance.randint(0, 60))
        act = chance.choice(("check", "check", "check", "move", "void", "break", "mend"))
        if act == "check":
            when = now - timedelta(hours=chance.choice((0, 0, 1, 30, 200)))
            made.append(check("vehiclecheck", when, {"place": [chance.choice(("Car", "Van"))]}))
        elif act == "break":
            broken(now, danger=["on"] if chance.random() < 0.5 else [])
        elif act == "mend" and Deadline.objects.filter(rule="LADO", done_at=None).exists():
            label = Deadline.objects.filter(rule="LADO", done_at=None).first()
            mended(registry.of("compliance.defect").model.objects.get(pk=label.object_id), now)
        elif act in ("move", "void") and made:
            record = made.pop(chance.randrange(len(made)))
            if act == "void":
                actions.void(record=record, reason="Chance", by=cast.cara, now=now)
            else:
                made.append(_moved(record, cast, chance, now))
        if chance.random() < 0.3:
            tick(now)
    tick(now)
    assert engine.resync(now) == 0
    before = shadow()
    DeadlineEvent.objects.all().delete()
    Deadline.objects.all().delete()
    assert engine.resync(now) == len(before)
    assert shadow() == before
    assert engine.resync(now) == 0


def _moved(record, cast, chance, now):
    when = builders._moment(record.happened_at + timedelta(hours=chance.randint(-300, 0)))
    typed = {"happened_at": [when], "place": [chance.choice(("Car", "Van"))]}
    body = builders.posted_for(vehicle, subject=cast.elm, user=cast.cara, now=now) | typed
    sheet = Sheet.build(
        vehicle, subject=cast.elm, user=cast.cara, instance=record, data=body, now=now
    )
    assert sheet.is_valid(), sheet.errors()
    return actions.edit(sheet=sheet, type=vehicle, by=cast.cara, version=record.version, now=now)
