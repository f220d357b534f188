"""Alerts come once, in order, at their moment or marked late; moves and plans are heeded."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import connections

from cura.core.accounts import actions as accounts
from cura.core.accounts.program import CURA
from cura.core.deadlines import engine, ticking
from cura.core.deadlines.deadline import Deadline, DeadlineEvent
from cura.core.deadlines.ticking import tick
from tests.deadlines.mend import DAY, HOUR, MEND, NOW, events, mended, planned, row
from tests.deadlines.test_offsets import last_of

MINUTE = timedelta(minutes=1)


def holiday(day: str) -> None:
    accounts.add_holiday(
        day=date.fromisoformat(day), is_holiday=True, why="Jubilee", by=CURA, now=NOW
    )


def test_each_alert_comes_at_its_moment_and_once(broken):
    record = broken()
    due = last_of("2026-06-11")
    lines = [("reminder", ("author",), False, False), ("overdue", ("manager",), False, False),
             ("escalation", ("ri",), True, False)]  # fmt: skip
    for moment, count in (
        (NOW + 6 * HOUR - MINUTE, 0),
        (NOW + 6 * HOUR, 1),
        (NOW + 6 * HOUR + MINUTE, 1),
        (due, 2),
        (due + 24 * HOUR - MINUTE, 2),
        (due + 24 * HOUR, 3),
        (due + 90 * DAY, 3),
    ):
        tick(moment)
        assert events(record) == lines[:count]
    assert row(record).next_alert_at is None


def test_open_becomes_overdue_when_the_moment_has_come(broken):
    record = broken()
    tick(last_of("2026-06-11") - MINUTE)
    assert row(record).state == "open"
    tick(last_of("2026-06-11"))
    assert row(record).state == "overdue"
    assert engine.resync(last_of("2026-06-11")) == 0


def test_after_an_outage_all_come_and_are_marked_late(broken):
    record = broken()
    assert tick(NOW + 3 * DAY) == 3
    assert [(kind, late) for kind, _, _, late in events(record)] == [
        ("reminder", True), ("overdue", True), ("escalation", True),
    ]  # fmt: skip
    planned = DeadlineEvent.objects.values_list("at", flat=True)
    assert list(planned) == [NOW + 6 * HOUR, last_of("2026-06-11"), last_of("2026-06-12")]


def test_done_means_silence(broken):
    record = broken()
    mended(record, NOW + HOUR)
    assert tick(NOW + 30 * DAY) == 0 and events(record) == []


@pytest.mark.parametrize("hours,moment", [(20, NOW + 20 * HOUR), (99, last_of("2026-06-11"))])
def test_a_reminder_waits_for_what_is_planned_but_never_past_due(broken, hours, moment):
    record = broken()
    planned(record, NOW + hours * HOUR)
    assert row(record).next_alert_at == moment
    assert engine.resync(NOW) == 0
    tick(moment - MINUTE)
    assert events(record) == []
    tick(moment)
    assert events(record)[0][0] == "reminder"


def test_a_due_day_that_moves_away_is_warned_of_again(broken):
    """A bank holiday is announced when it was overdue: what lies ahead again comes again."""
    record = broken()
    tick(last_of("2026-06-11"))
    assert [kind for kind, *_ in events(record)] == ["reminder", "overdue"]
    now = last_of("2026-06-11") + HOUR
    holiday("2026-06-11")
    assert engine.resync(now) == 1
    held = row(record)
    assert (held.due_at, held.state) == (last_of("2026-06-12"), "open")
    tick(held.due_at)
    assert [kind for kind, *_ in events(record)] == ["reminder", "overdue", "overdue"]
    assert engine.resync(held.due_at) == 0


def test_a_holiday_that_touches_nothing_writes_nothing_new(broken):
    record = broken()
    holiday("2026-09-01")
    before = row(record).made_with
    assert engine.resync(NOW) == 0
    assert row(record).made_with != before
    assert engine.resync(NOW) == 0


def test_a_rule_that_nobody_declares_any_more_falls_silent_and_is_dropped(broken, mending):
    record = broken()
    engine.rules.withdraw(MEND)
    assert tick(NOW + 9 * DAY) == 0
    assert engine.resync(NOW + 9 * DAY) >= 1
    assert row(record).state == "dropped"


def test_two_that_tick_from_one_reading_write_once(broken, monkeypatch):
    """Whoever comes second finds the row claimed: the number has moved on."""
    record = broken()
    stale = ticking._come(NOW + 6 * HOUR)
    assert tick(NOW + 6 * HOUR) == 1
    answers = iter([stale, []])
    monkeypatch.setattr(ticking, "_come", lambda now: next(answers))
    assert tick(NOW + 6 * HOUR) == 0
    assert len(events(record)) == 1


@pytest.mark.django_db(transaction=True)
def test_two_threads_tick_at_once_and_each_alert_is_written_once(broken, cast):
    records = [broken(NOW + timedelta(minutes=n)) for n in range(12)]

    def run(_) -> int:
        try:
            return tick(NOW + 3 * DAY)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        written = sum(pool.map(run, range(2)))
    assert written == DeadlineEvent.objects.count() == 3 * len(records)
    assert not Deadline.objects.filter(rule="LADO").exclude(alert_no=3, state="overdue").exists()


def test_a_tick_with_nothing_to_say_asks_twice(broken, django_assert_num_queries):
    broken()
    with django_assert_num_queries(2):
        tick(NOW + MINUTE)
