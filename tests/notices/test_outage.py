"""Two beats, no beat for three days, a clock that is changed: each alert once, late ones marked."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from kombu.exceptions import OperationalError

from benchmarks.killing.home import DUE_AFTER
from benchmarks.killing.rule import LABEL, RULE
from cura.core.accounts import actions as people
from cura.core.accounts.program import CURA
from cura.core.deadlines import tasks as deadline_tasks
from cura.core.deadlines.deadline import Deadline, DeadlineEvent
from cura.core.deadlines.rules import add_rules, withdraw
from cura.core.deadlines.ticking import tick
from cura.core.notices import tasks
from cura.core.notices.delivering import deliver
from cura.core.notices.notice import Notice
from cura.core.permissions import Permission as P
from cura.lib.uuid7 import uuid7
from tests.notices.due import NOW

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture(autouse=True)
def rule():
    add_rules(RULE)
    yield
    withdraw(RULE)


def begun(home, slot) -> Deadline:
    """Reminders after 72 and 100 hours, overdue after 120, the last alert after 144."""
    return Deadline.objects.create(
        rule=RULE.key, label=LABEL, object_id=uuid7(), home_id=home.pk, permission=P.HOME_READ,
        title="A talk", slot=slot, due_at=slot + DUE_AFTER, owner="ours", basis="law",
        made_with="test", next_alert_at=slot + 72 * HOUR,
    )  # fmt: skip


def beat(now) -> int:
    tick(now)
    return deliver(now)


def told(user) -> list[int]:
    return list(Notice.objects.filter(user=user).order_by("id").values_list("alert_no", flat=True))


@pytest.mark.django_db(transaction=True)
def test_two_beats_at_once_tell_everybody_once(cast):
    for _ in range(10):
        begun(cast.elm, NOW - 122 * HOUR)

    def both(_):
        try:
            return beat(NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(both, range(4))) == DeadlineEvent.objects.count() == 30
    assert sorted(told(cast.rosa)) == sorted([0, 1, 2] * 10)
    assert told(cast.tess) == [0] * 10
    assert Notice.objects.standing().filter(user=cast.rosa).count() == 10


def test_after_three_days_without_a_beat_all_come_once_and_say_that_they_are_late(cast):
    people.give_role(user=cast.olga, role="ri", home=cast.elm, by=CURA, now=NOW)
    begun(cast.elm, NOW)
    assert beat(NOW + 72 * HOUR) == 1
    assert beat(NOW + 144 * HOUR) == 3
    assert beat(NOW + 145 * HOUR) == 0
    assert list(DeadlineEvent.objects.values_list("late", flat=True)) == [False, True, True, False]
    assert told(cast.rosa) == [0, 1, 2]
    (line,) = Notice.objects.visible_to(cast.rosa)
    assert line.late and "overdue since" in line.text
    assert told(cast.olga) == [3]


def test_a_machine_that_was_down_when_the_last_alert_came(cast):
    begun(cast.elm, NOW)
    beat(NOW + 9 * DAY)
    assert set(DeadlineEvent.objects.values_list("late", flat=True)) == {True}


@pytest.mark.parametrize("month,day", [(3, 29), (10, 25)])
def test_in_the_night_in_which_the_clocks_change_each_comes_once_at_its_minute(cast, month, day):
    """Hours are exact: 72 hours after 01:30 UTC are 01:30 UTC, whatever the wall says."""
    night = datetime(2026, month, day, tzinfo=UTC)
    begun(cast.elm, night + 90 * timedelta(minutes=1) - 72 * HOUR)
    came = [
        minute
        for minute in range(0, 240, 10)
        if beat(night + timedelta(minutes=minute)) or beat(night + timedelta(minutes=minute))
    ]
    assert came == [90]
    assert told(cast.rosa) == told(cast.tess) == [0]


def test_a_clock_that_went_wrong_and_was_put_right_tells_nobody_twice(cast):
    begun(cast.elm, NOW)
    beat(NOW + 100 * HOUR)
    for hours in (71, 72, 99, 100, 101):
        assert beat(NOW + hours * HOUR) == 0
    assert told(cast.rosa) == [0, 1]


def test_a_tick_that_wrote_something_wakes_the_delivery(cast, monkeypatch):
    woken = []
    monkeypatch.setattr(tasks.deliver, "apply_async", lambda **how: woken.append(how))
    deadline_tasks.tick()
    assert woken == []
    begun(cast.elm, datetime.now(UTC) - 73 * HOUR)
    deadline_tasks.tick()
    assert woken == [{"expires": 50, "retry": False}]


def test_without_a_broker_nothing_is_lost(cast, monkeypatch, caplog):
    def down(**_):
        raise OperationalError("no broker")

    monkeypatch.setattr(tasks.deliver, "apply_async", down)
    monkeypatch.setattr(tasks.mail, "apply_async", down)
    begun(cast.elm, datetime.now(UTC) - 73 * HOUR)
    deadline_tasks.tick()
    assert "Nobody could be woken" in caplog.text
    tasks.deliver()
    assert told(cast.rosa) == [0]
