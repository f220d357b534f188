"""What waits for an answer, and for how long."""

from django.db.models import Q

from cura.lib import london
from cura.lib.words import plural
from placements.challenge.models import Challenge


def waiting(user):
    """Sent, not settled, and nobody has gone a level up: the oldest first."""
    rows = Challenge.objects.visible_to(user).standing()
    rows = rows.exclude(signed_at=None).filter(followed_by=None)
    return rows.filter(~Q(enough=Challenge.Enough.YES)).order_by("happened_at", "id")


def stands(row: Challenge) -> str:
    if not row.signed_at:
        return "Not sent yet"
    if row.settled:
        return "Settled"
    if getattr(row, "followed_by", None):
        return "Gone a level up"
    return "Answered, not enough" if row.answered_at else "No answer yet"


def tone(row: Challenge) -> str:
    return {"Settled": "ok", "Gone a level up": "quiet"}.get(stands(row), "warn")


def line(row: Challenge, now) -> dict:
    days = (london.local_date(now) - london.local_date(row.happened_at)).days
    return {
        "name": row.child.name,
        "title": row.title,
        "words": f"{row.to_name}, {row.get_level_display()} · {stands(row).lower()}",
        "since": f"sent {plural(days, 'day', 'days')} ago" if days else "sent today",
    }
