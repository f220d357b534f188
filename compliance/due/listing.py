"""What is due, by time left: overdue, today, the next seven days, later. What others owe apart."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from cura.core.deadlines.deadline import DeadlineQuerySet
from cura.core.deadlines.reading import overdue
from cura.lib import london

MOST = 60  # of each: who has more narrows the page by area or by whom
SOON = timedelta(days=7)


def groups(rows: DeadlineQuerySet, now: datetime, most: int = MOST) -> list[dict]:
    """{title, tone, rows, more} in order, the empty ones left out. Two queries."""
    late = list(overdue(rows, now)[: most + 1])
    coming = rows.open().filter(due_at__gt=now).order_by("due_at", "id")
    coming = list(coming[: most + 1])
    tonight = london.day_bounds(london.local_date(now))[1]
    week = london.day_bounds(london.local_date(now + SOON))[1]
    cut = len(coming) > most
    found = [
        _group("Overdue", late[:most], len(late) > most),
        _group("Today", _within(coming[:most], now, tonight)),
        _group("In the next seven days", _within(coming[:most], tonight, week)),
        _group("Later", [row for row in coming[:most] if row.due_at >= week]),
    ]
    shown = [group for group in found if group["rows"]]
    if cut:
        shown[-1]["more"] = True
    return shown


def owed(rows: DeadlineQuerySet, most: int = MOST) -> tuple[list, bool]:
    """What others owe, the oldest first, and whether there is more than is shown."""
    found = list(rows.theirs().open().order_by("due_at", "id")[: most + 1])
    return found[:most], len(found) > most


def _within(rows: Iterable, start: datetime, end: datetime) -> list:
    return [row for row in rows if start <= row.due_at < end]


def _group(title: str, rows: list, more: bool = False) -> dict:
    return {"title": title, "rows": rows, "more": more}
