"""The report by hour 24: to whoever has the first day, then the lead, then the manager."""

import pytest
from django.urls import reverse

from cura.core.deadlines import engine, holders
from cura.core.deadlines.deadline import Deadline, DeadlineEvent
from cura.core.deadlines.ticking import tick as tock
from cura.core.records import actions as records
from placements.arrival import actions
from placements.arrival.models import FirstDay
from tests.placements.arrival.first import CAME, HOUR, MINUTE, begun, tick

REPORT, GUIDE = "DAY1-REPORT", "R7-GUIDE-EXPL"


def row(first, rule=REPORT) -> Deadline:
    rows = Deadline.objects.exclude(state="dropped")
    return rows.get(object_id=first.pk, rule=rule)


def signed(cast, first, now):
    FirstDay.objects.filter(pk=first.pk).update(seen="Hungry, watchful, polite.")
    return records.reach(record=first, moment="signed", by=cast.cara, now=now)


@pytest.mark.parametrize(
    "hours,told",
    [
        (19.99, []),
        (20, [("reminder", ("arrival",), 20)]),
        (24, [("overdue", ("arrival",), 24)]),
        (26, [("escalation", ("lead",), 26)]),
        (30, [("escalation", ("manager",), 30)]),
    ],
)
def test_who_is_told_at_which_hour(cast, hours, told):
    first = begun(cast)
    assert row(first).due_at == CAME + 24 * HOUR
    assert row(first).title == "Sign the report on the first day of Kai"
    for at in (19.99, 20, 24, 26, 30):
        if at <= hours:
            tock(CAME + at * HOUR)
    events = DeadlineEvent.objects.filter(deadline=row(first)).order_by("at", "id")
    found = [(e.kind, tuple(e.to), (e.at - CAME) / HOUR) for e in events]
    assert found[-1:] == told[-1:]
    assert len(found) == sum(at <= hours for at in (20, 24, 26, 30))


def test_signed_in_time_it_is_silent(cast):
    first = begun(cast)
    signed(cast, first, CAME + 22 * HOUR)
    tock(CAME + 30 * HOUR)
    assert (row(first).state, row(first).done_at) == ("met", CAME + 22 * HOUR)
    assert not DeadlineEvent.objects.filter(deadline=row(first), kind="overdue").exists()


def test_whoever_has_it_now_is_told(cast):
    first = begun(cast)
    held = holders.holders("arrival", row(first), CAME)
    assert (held.people, held.gap) == ([cast.cara], "")
    actions.hand_over(first_day=first, person=cast.sam, by=cast.sam, now=CAME + HOUR)
    assert holders.holders("arrival", row(first), CAME + HOUR).people == [cast.sam]


def test_the_guide_is_explained_when_the_list_says_so(cast):
    first = begun(cast)
    assert row(first, GUIDE).due_at == CAME + 24 * HOUR
    tick(first, "guide", cast.cara, state="not_now", words="asleep")
    assert row(first, GUIDE).state == "open"
    told = {"how": "drawn", "understood": "partly", "words": "he drew it"}
    tick(first, "guide", cast.sam, now=CAME + 12 * HOUR, **told)
    assert (row(first, GUIDE).state, row(first, GUIDE).done_at) == ("met", CAME + 12 * HOUR)
    assert engine.resync(CAME + 13 * HOUR) == 0


def test_came_at_another_minute_the_clock_goes_with_it(cast, as_user):
    first = begun(cast)
    body = {"happened_at": "2026-02-06T23:05", "seen": "x", "version": first.version}
    as_user(cast.tess).post(reverse("first-days-edit", args=[first.pk]), body)
    first.refresh_from_db()
    assert first.happened_at == CAME + 10 * MINUTE
    assert row(first).due_at == CAME + 24 * HOUR + 10 * MINUTE
