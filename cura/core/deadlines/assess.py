"""What a rule makes of one row. Pure: the same facts give the same answer, whoever asks and when.

`Facts` are what the database says of the row in the words of the rule. `Standards` are what rules
are measured by: the calendar, and what homes have set.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from cura.core.deadlines.calendar import ENGLAND, Calendar
from cura.core.deadlines.offsets import Before, Offset, day_of, moment_of
from cura.core.deadlines.rules import Alert, Rule

ROUND = 16  # alerts of one round; see Deadline.alert_no


@dataclass(frozen=True, slots=True)
class Facts:
    object_id: UUID
    home_id: UUID | None
    child_id: UUID | None
    starts: datetime | date
    done: datetime | date | None = None
    planned: datetime | date | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Set:
    """An interval that a home has set: it counts for what was not done before `at`."""

    at: datetime
    offset: Offset
    since: date | None = None


@dataclass(frozen=True)
class Standards:
    """`policies`: (home, duty) -> what the home has set, the oldest first."""

    calendar: Calendar = ENGLAND
    policies: dict[tuple[UUID, str], tuple[Set, ...]] = field(default_factory=dict)
    _marks: dict = field(default_factory=dict)

    def interval(self, rule: Rule, home: UUID | None, done: datetime | None) -> Offset | None:
        """The newest that the home has set, or had when it was done; else the rule's own."""
        if rule.due is None and rule.of_duty.settable:
            for each in reversed(self.policies.get((home, rule.duty), ())):
                if done is None or each.at <= done:
                    return each.offset
        return rule.interval

    def mark(self, rule: Rule, home: UUID | None) -> str:
        """Changes when anything does that a row of this rule and home is made with."""
        own = self.policies.get((home, rule.duty), ()) if rule.of_duty.settable else ()
        key = rule.label, rule.key, own
        if key not in self._marks:
            self._marks[key] = _digest(rule, own, self.calendar)
        return self._marks[key]


@dataclass(frozen=True, slots=True)
class Planned:
    """One alert: what kind, when, for whom."""

    kind: str
    at: datetime
    to: tuple[str, ...]
    urgent: bool


@dataclass(frozen=True, slots=True)
class Assessed:
    slot: datetime
    due_at: datetime
    done_at: datetime | None
    planned_at: datetime | None
    alerts: tuple[Planned, ...]

    def state(self, now: datetime) -> str:
        if self.done_at:
            return "met" if self.done_at <= self.due_at else "late"
        return "overdue" if self.due_at <= now else "open"

    def next_alert_at(self, alert_no: int) -> datetime | None:
        place = alert_no % ROUND
        waits = self.done_at is None and place < len(self.alerts)
        return self.alerts[place].at if waits else None

    def renumbered(self, alert_no: int, now: datetime) -> int:
        """After the due day has moved: alerts that lie ahead again come again, in a new round."""
        ahead = next((n for n, alert in enumerate(self.alerts) if alert.at > now), ROUND)
        return (alert_no // ROUND + 1) * ROUND + ahead if ahead < alert_no % ROUND else alert_no


def assess(facts: Facts, rule: Rule, standards: Standards) -> Assessed | None:
    """None when the duty did not hold on that day, or nobody has said how long."""
    if not rule.of_duty.holds_on(day_of(facts.starts)):
        return None
    done, planned = _moment(facts.done), _moment(facts.planned)
    interval = standards.interval(rule, facts.home_id, done)
    if interval is None:
        return None
    try:
        due = interval.after(facts.starts, standards.calendar)
    except (OverflowError, ValueError):
        return None  # a day that no calendar knows: nothing can be counted from it
    # Only what is open has alerts to come: a past of ten years need not work them out.
    alerts = () if done else alerts_of(rule, facts.starts, due, planned, standards.calendar)
    return Assessed(moment_of(facts.starts), due, done, planned, alerts)


def alerts_of(rule: Rule, starts, due, planned, calendar: Calendar) -> tuple[Planned, ...]:
    """Reminders wait for what is planned and never past due; then those for what is late."""
    found = [
        Planned(
            "reminder", _reminder(alert, starts, due, planned, calendar), alert.to, alert.urgent
        )
        for alert in rule.remind
    ]
    for number, late in enumerate(rule.escalate):
        kind = "escalation" if number else "overdue"
        found.append(Planned(kind, late.offset.after(due, calendar), late.to, late.urgent))
    return tuple(found)


def _reminder(alert: Alert, starts, due: datetime, planned, calendar: Calendar) -> datetime:
    counted_back = isinstance(alert.offset, Before)
    at = alert.offset.after(due if counted_back else starts, calendar)
    return min(max(at, planned) if planned else at, due)


def _moment(value: datetime | date | None) -> datetime | None:
    return None if value is None else moment_of(value)


def _digest(rule: Rule, own: Iterable[Set], calendar: Calendar) -> str:
    duty = rule.of_duty
    offsets = [rule.interval, *(a.offset for a in (*rule.remind, *rule.escalate))]
    offsets += [each.offset for each in own]
    counts = any(offset and offset.counts_days for offset in offsets)
    made = (
        repr(offsets), repr(rule.remind), repr(rule.escalate), repr(list(own)), duty.owner,
        duty.basis, duty.in_force_from, duty.in_force_until, rule.permission,
        calendar.key if counts else "",
    )  # fmt: skip
    return hashlib.sha256(repr(made).encode()).hexdigest()[:16]
