"""Deadlines and alerts as the engine leaves them, without the engine."""

from datetime import UTC, datetime, timedelta

from cura.core.accounts import soft
from cura.core.deadlines.deadline import Deadline, DeadlineEvent

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)  # a Monday, not in the night


def deadline(record, *, title="Talk with Kai about it", due=NOW, state="open", **facts) -> Deadline:
    facts = {"rule": "R35-CHILD", "slot": due - timedelta(hours=120), "owner": "ours"} | facts
    facts |= {"basis": "law", "made_with": "test"}
    return Deadline.objects.create(title=title, due_at=due, state=state, **soft.of(record), **facts)


def alert(due: Deadline, *to: str, no=1, kind="reminder", at=NOW, **facts) -> DeadlineEvent:
    return DeadlineEvent.objects.create(
        deadline=due, alert_no=no, kind=kind, to=list(to), at=at, written_at=at, **facts
    )
