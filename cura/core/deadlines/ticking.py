"""Alerts come: each is claimed by a conditional UPDATE and written once, whoever ticks.

What the clock says stands in the rows, so a tick that never came, came twice or was killed only
delays. A message of Celery is a wake-up.
"""

from datetime import datetime, timedelta

from django.db import transaction

from cura.core.deadlines import rules
from cura.core.deadlines.assess import ROUND, Assessed, Standards, alerts_of
from cura.core.deadlines.deadline import Deadline, DeadlineEvent
from cura.core.deadlines.engine import HOME
from cura.core.deadlines.standards import standards_of

BATCH = 100
PUNCTUAL = timedelta(minutes=5)  # an alert that is written later than this is marked late


def tick(now: datetime) -> int:
    """Write every alert whose moment has come. Returns how many.

    1 what is open and past due becomes overdue, in one UPDATE, 2 take those whose alert has come,
    3 of each, claim it by an UPDATE on the number and moment that were read, 4 write the event in
    the same transaction, 5 again, until none is left: after an outage one row may have several.
    """
    Deadline.objects.filter(state="open", due_at__lte=now).update(state="overdue")
    written = 0
    while found := _come(now):
        standards = standards_of([rule for rule in map(_rule, found) if rule])
        with transaction.atomic():
            written += sum(_write(deadline, standards, now) for deadline in found)
    return written


def _come(now: datetime) -> list[Deadline]:
    rows = Deadline.objects.filter(next_alert_at__lte=now).order_by("next_alert_at", "id")
    return sorted(rows[:BATCH], key=lambda row: row.pk)  # two ticks hold rows in one order


def _rule(deadline: Deadline) -> rules.Rule | None:
    if found := rules.find(deadline.label, deadline.rule):
        return found
    of_home = deadline.label == HOME  # what was never done there: engine._settle_since
    return next(
        (r for r in rules.all_rules() if of_home and r.per and r.key == deadline.rule), None
    )


def _write(deadline: Deadline, standards: Standards, now: datetime) -> bool:
    rule, number, at = _rule(deadline), deadline.alert_no, deadline.next_alert_at
    claim = Deadline.objects.filter(pk=deadline.pk, alert_no=number, next_alert_at=at)
    made = _assessed(deadline, rule, standards) if rule else None
    if made is None or number % ROUND >= len(made.alerts):
        claim.update(next_alert_at=None)  # the rule was changed or taken back: resync sees to it
        return False
    if not claim.update(alert_no=number + 1, next_alert_at=made.next_alert_at(number + 1)):
        return False
    alert = made.alerts[number % ROUND]
    DeadlineEvent.objects.create(
        deadline=deadline, alert_no=number, kind=alert.kind, to=list(alert.to),
        urgent=alert.urgent, at=at, written_at=now, late=now - at > PUNCTUAL,
    )  # fmt: skip
    return True


def _assessed(deadline: Deadline, rule: rules.Rule, standards: Standards) -> Assessed:
    """The alerts as they were worked out when the row was made: from its own columns."""
    slot, due, planned = deadline.slot, deadline.due_at, deadline.planned_at
    alerts = alerts_of(rule, slot, due, planned, standards.calendar)
    return Assessed(slot, due, deadline.done_at, planned, alerts)
