from django.db.models import OuterRef, Subquery

from cura.lib import london
from placements.phase.models import Phase


def now_of(children, user, now) -> dict:
    """Key of a child -> the phase she is in, where this person may read it. One query."""
    rows = Phase.objects.visible_to(user).standing().exclude(signed_at=None)
    rows = rows.filter(child__in=children, happened_at__lte=now)
    newest = rows.filter(child=OuterRef("child")).order_by("-happened_at", "-id").values("pk")[:1]
    return {row.child_id: row for row in rows.filter(pk=Subquery(newest))}


def words(phase: Phase, now) -> str:
    """ "Phase 1: assessment, day 18": day 1 is the day it began."""
    days = (london.local_date(now) - london.local_date(phase.happened_at)).days + 1
    return f"{phase.get_number_display()}, day {days}"
