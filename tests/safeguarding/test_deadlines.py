"""The three clocks of regulation 35 as the deadlines keep them, to the minute."""

from datetime import UTC, datetime

from cura.core.deadlines import engine
from cura.core.deadlines.deadline import Deadline, DeadlineEvent
from cura.core.deadlines.ticking import tick
from cura.core.records import actions, steps
from safeguarding.measure.clocks import asked_about, clocks
from safeguarding.restraint.record import restraint
from tests.safeguarding.records import (
    AGREED,
    HELD,
    HOUR,
    body,
    held_by,
    hold,
    lines,
    make,
    reach,
    sheet,
    signed,
)  # fmt: skip

MINUTE = HOUR / 60


def of(record) -> dict[str, Deadline]:
    return {row.rule: row for row in Deadline.objects.filter(object_id=record.pk)}


def told(record) -> list[tuple]:
    """(rule, kind, to whom, hours after it happened), of all that was written."""
    rows = DeadlineEvent.objects.filter(deadline__object_id=record.pk).select_related("deadline")
    return sorted(
        (e.deadline.rule, e.kind, tuple(e.to), (e.at - e.deadline.slot) / HOUR) for e in rows
    )


def test_each_has_its_title_and_its_due_minute(cast):
    rows = of(hold(cast, cast.cara))
    assert {key: row.due_at - HELD for key, row in rows.items()} == {
        "R35-REC": 24 * HOUR, "R35-USER": 48 * HOUR, "R35-CHILD": 120 * HOUR
    }  # fmt: skip
    assert rows["R35-CHILD"].title == "Talk with Kai about the hold"
    assert rows["R35-CHILD"].child_id == cast.kai.pk
    assert {row.state for row in rows.values()} == {"open"}


def test_warned_overdue_and_one_day_later_to_the_responsible_individual(cast):
    record = signed(cast, cast.cara)
    for hours in (39.99, 40, 71.99, 72, 120, 144):
        tick(HELD + hours * HOUR)
    user = [
        ("R35-USER", "escalation", ("ri",), 72),
        ("R35-USER", "overdue", ("manager",), 48),
        ("R35-USER", "reminder", ("manager",), 40),
    ]
    child = [
        ("R35-CHILD", "escalation", ("ri",), 144),
        ("R35-CHILD", "overdue", ("manager",), 120),
        ("R35-CHILD", "reminder", ("manager",), 72),
    ]
    assert told(record) == child + user
    assert of(record)["R35-CHILD"].state == "overdue"


def test_a_record_in_time_is_silent(cast):
    record = signed(cast, cast.cara)
    do(record, "user-talk", cast.rosa, person=cast.cara, talked_at=HELD, words="")
    reach(record, "user_spoken", cast.rosa, HELD + 38 * HOUR)
    reach(record, "child_spoken", cast.rosa, HELD + 44 * HOUR, child_words="Yes.")
    for hours in (24, 48, 72, 120, 144):
        tick(HELD + hours * HOUR)
    assert told(record) == []
    assert {row.state for row in of(record).values()} == {"met"}


def do(record, key: str, by, now=HELD + 30 * HOUR, **values):
    steps.find(restraint, key).do(record=record, by=by, values=values, now=now)


def test_a_written_refusal_raises_no_alarm(cast):
    record = signed(cast, cast.cara)
    do(record, "child-asked", cast.rosa, outcome="refused", words="No.", asked_at=HELD)
    row = of(record)["R35-CHILD"]
    assert (row.state, row.done_at) == ("met", HELD + 30 * HOUR)
    tick(HELD + 200 * HOUR)
    assert [line for line in told(record) if line[0] == "R35-CHILD"] == []


def test_a_warning_waits_for_the_time_that_was_agreed(cast):
    record = signed(cast, cast.cara)
    agreed = HELD + 90 * HOUR
    do(
        record, "child-asked", cast.rosa, outcome="later", words="Friday.", asked_at=HELD,
        planned_at=agreed,
    )  # fmt: skip
    assert of(record)["R35-CHILD"].planned_at == agreed
    tick(HELD + 80 * HOUR)
    assert not [line for line in told(record) if line[0] == "R35-CHILD"]
    tick(agreed)
    assert ("R35-CHILD", "reminder", ("manager",), 90) in told(record)


def test_set_aside_it_is_due_no_more_and_all_can_be_made_anew(cast):
    record = hold(cast, cast.cara)
    assert engine.resync(HELD + 2 * HOUR) == 0
    actions.void(record=record, reason="written twice", by=cast.sam, now=HELD + 2 * HOUR)
    assert {row.state for row in of(record).values()} == {"dropped"}


def test_the_october_night_has_an_hour_more(cast):
    """Hours are exact: held at 00:30 before the clocks go back, due 24 elapsed hours later."""
    at = datetime(2026, 10, 24, 23, 30, tzinfo=UTC)
    record = hold(
        cast, cast.cara, now=at + HOUR, happened_at="2026-10-25T00:30",
        ended_at="2026-10-25T00:40",
    )  # fmt: skip
    assert of(record)["R35-REC"].due_at - at == 24 * HOUR


def test_a_consequence_has_the_same_clocks(cast):
    record = make("consequence", cast, AGREED | lines("consequencepresent"), cast.sam)
    assert {row.title for row in of(record).values()} >= {"Talk with Kai about the consequence"}
    assert set(of(record)) == {"R35-REC", "R35-USER", "R35-CHILD"}


def test_a_wrong_minute_that_is_put_right_begins_nothing_anew(cast):
    """What was signed and said in time was in time; the talks are not held twice. The new version
    is signed as accurate again, and nobody is chased for it."""
    old = signed(cast, cast.cara)
    do(old, "user-talk", cast.rosa, person=cast.cara, talked_at=HELD, words="")
    do(old, "child-asked", cast.rosa, outcome="refused", words="No.", asked_at=HELD)
    reach(old, "user_spoken", cast.rosa, HELD + 30 * HOUR)
    late = HELD + 60 * HOUR
    posted = body(cast.cara, **held_by(cast.cara, minutes="3"))
    page = sheet("restraint", cast, posted, cast.sam, late)
    assert page.is_valid()
    new = actions.create(
        sheet=page, type=restraint, subject=cast.kai, by=cast.sam, replaces=old, now=late
    )
    reach(new, "signed", cast.sam, late)
    assert {row.state for row in of(old).values()} == {"dropped"}
    assert {row.state for row in of(new).values()} == {"met"}
    asked = asked_about([new])[new.pk]
    assert [c.done_at for c in clocks(new, asked)] == [
        of(new)[key].done_at for key in ("R35-REC", "R35-USER", "R35-CHILD")
    ]
    tick(late + 100 * HOUR)
    assert told(new) == []
    assert engine.resync(late + 100 * HOUR) == 0
    assert reach(new, "user_spoken", cast.rosa, late).user_spoken_at  # with the talks there are
