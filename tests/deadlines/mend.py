"""A rule of the tests own: a defect has all that a rule may ask (start, plan, done, condition)."""

from datetime import UTC, datetime, timedelta

from django.db.models import Q
from django.db.models.functions import Coalesce

from cura.core.deadlines import engine
from cura.core.deadlines.deadline import Deadline, DeadlineEvent
from cura.core.deadlines.offsets import Hours
from cura.core.deadlines.rules import Alert, DeadlineRule, Late

NOW = datetime(2026, 6, 10, 10, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MEND = DeadlineRule(
    duty="LADO",
    model="compliance.defect",
    done="mended_at",
    planned="safe_at",
    title="Mend {what}",
    remind=(Alert(Hours(6), to=("author",)),),
    escalate=(Late(Hours(0), to=("manager",)), Late(Hours(24), to=("ri",), urgent=True)),
)
DANGER = DeadlineRule(
    duty="BREACH",
    model="compliance.defect",
    applies=Q(danger=True),
    done=Coalesce("safe_at", "mended_at"),
)


def row(record, key="LADO") -> Deadline:
    return Deadline.objects.get(object_id=record.pk, rule=key)


def mended(record, now) -> None:
    """As a step would write it, in the words of the database."""
    _write(record, now, mended_at=now, mended_by=record.author)


def planned(record, moment, now=NOW) -> None:
    _write(record, now, safe_at=moment, safe_by=record.author)


def _write(record, now, **values) -> None:
    type(record)._base_manager.filter(pk=record.pk).update(**values)
    engine.sync(record, now)


def events(record, key="LADO") -> list:
    rows = DeadlineEvent.objects.filter(deadline__object_id=record.pk, deadline__rule=key)
    return [(e.kind, tuple(e.to), e.urgent, e.late) for e in rows]
