"""Regulation 41 in working days, and N1: the arrival that did not happen."""

from datetime import UTC, datetime, timedelta

import pytest

from cura.core.deadlines.deadline import Deadline, DeadlineEvent
from cura.core.deadlines.engine import sync
from cura.core.deadlines.ticking import tick
from cura.lib import london
from placements.reg41 import actions as reg41
from tests.placements import people

DAY = timedelta(days=1)


def at(day: str, clock: str = "22:55") -> datetime:
    return london.to_utc(datetime.fromisoformat(f"{day}T{clock}"))


@pytest.mark.parametrize(
    "came,due",
    [("2026-06-10", "Thu 11 Jun 2026"),   # a Wednesday
     ("2026-06-12", "Mon 15 Jun 2026"),   # a Friday night
     ("2026-05-22", "Tue 26 May 2026"),   # a Friday before a bank holiday
     ("2026-04-02", "Tue 7 Apr 2026")],   # the Thursday before Easter
)  # fmt: skip
@pytest.mark.parametrize("kind,rule", [("came", "R41-ADMIT"), ("left", "R41-DISCH")])
def test_one_working_day(cast, came, due, kind, rule):
    notice = reg41.write(child=cast.kai, kind=kind, at=at(came), by=cast.rosa, now=at(came))
    [row] = Deadline.objects.filter(object_id=notice.pk)
    assert (row.rule, london.limit(row.due_at)) == (rule, due)


def planned(cast):
    """Assessed on Thursday 21 March, to come on the 28th (as in the inspected home, in 2026)."""
    referral = people.refer(cast, now=at("2026-03-21", "09:00"))
    people.assess(cast, referral, now=at("2026-03-21", "10:00"))
    referral.answer, referral.answered_at = "yes", at("2026-03-21", "11:00")
    referral.answered_by, referral.planned_arrival = cast.rosa, at("2026-03-28", "14:00")
    referral.save()
    sync(referral, referral.answered_at)
    return referral


def told(referral) -> list[tuple]:
    rows = DeadlineEvent.objects.filter(deadline__object_id=referral.pk).order_by("at", "kind")
    return [(f"{london.local(e.at):%d %b %H:%M}", e.kind, tuple(e.to)) for e in rows]


def test_the_day_after_somebody_looks_again(cast):
    referral = planned(cast)
    for hour in range(0, 24 * 14, 6):
        tick(datetime(2026, 3, 28, 7, 0, tzinfo=UTC) + timedelta(hours=hour))
    said = [(when[:6], to) for when, _, to in told(referral)]
    assert said[0] == ("29 Mar", ("manager",))
    assert ("30 Mar", ("manager",)) in said and ("06 Apr", ("ri",)) in said


def test_looked_at_again_it_is_done(cast):
    referral = planned(cast)
    people.assess(cast, referral, now=at("2026-03-29", "09:00"))
    sync(referral, at("2026-03-29", "09:00"))
    [row] = Deadline.objects.filter(object_id=referral.pk)
    assert row.done_at == at("2026-03-29", "09:00")


@pytest.mark.parametrize("answer", ["never_came", "withdrawn", "no"])
def test_a_stay_of_no_nights_is_silent(cast, answer):
    referral = planned(cast)
    referral.answer = answer
    referral.save()
    sync(referral, at("2026-03-28", "10:00"))
    tick(at("2026-04-20"))
    assert told(referral) == []
    assert not Deadline.objects.filter(object_id=referral.pk, state="overdue").exists()
