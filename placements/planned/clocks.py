"""The clocks of reviews and visits of one child in words: from what, by what, on what ground."""

from datetime import datetime

from cura.core.deadlines.deadline import Deadline
from cura.lib import london
from placements.reviewreports.deadlines import RULES as REPORTS
from placements.reviews.deadlines import RULES as REVIEWS
from placements.visits.deadlines import RULES as VISITS

KEYS = frozenset(rule.key for rule in (*REPORTS, *REVIEWS, *VISITS))
FROM = {
    "LAC-REV1": "{ground}, counted from {day}, when {name} became looked after",
    "LAC-REV-HERE": "{ground}, counted from {day}, when {name} came to live here",
    "LAC-REV2": "{ground}, counted from the first review on {day}",
    "LAC-REV3": "{ground}, counted from the review on {day}",
    "LAC-REPORT": "{ground}, counted back from the review on {day}",
    "SW-VISIT1": "{ground}, counted from {day}, when {name} came to live here",
    "HEALTH-GP": "{ground}, counted from {day}, when {name} came to live here",
}
ELSE = "{ground}, counted from the last one on {day}"
GROUNDS = {"law": "By law", "guidance": "By guidance", "policy": "By our own policy"}


def open_for(user, **which):
    """Deadlines of reviews and visits that are still to be met, the soonest first."""
    rows = Deadline.objects.visible_to(user).open().filter(rule__in=KEYS)
    return rows.filter(**which).order_by("due_at", "id")


def clock(row: Deadline, name: str, now: datetime) -> dict:
    """One clock as a line. What others owe is never red."""
    key = row.rule.partition("/")[0]
    day = london.day_words(london.local_date(row.slot))
    why = FROM.get(key, ELSE).format(ground=GROUNDS[row.basis], day=day, name=name)
    return {"title": row.title, "why": why, **due(row, now)}


def when(at: datetime, now: datetime) -> str:
    """ "today 17:30": a time alone says too little on a page that is not about today."""
    today = london.local_date(at) == london.local_date(now)
    return f"today {london.clock(at)}" if today else london.short(at, now)


def due(row: Deadline, now: datetime) -> dict:
    """When it is due, and how it stands."""
    late, theirs = row.due_at <= now, row.owner == "theirs"
    by = london.day_words(london.local_date(row.due_at))
    words = f"was due {by}" if late else f"by {by}, {london.ago(row.due_at, now)}"
    if row.planned_at and row.planned_at > now:
        words = f"{words}; planned for {when(row.planned_at, now)}"
    if late:
        status, tone = ("We wait", "calm") if theirs else ("Overdue", "late")
    else:
        status, tone = "", ""
    return {"when": words, "status": status, "tone": tone}
