"""What follows for a notice when the child has left."""

from datetime import datetime

from cura.core.deadlines.engine import sync
from placements.notice.models import PlacementNotice


def child_left(*, child, by, now: datetime) -> None:
    """Its clock is done: inside the transaction in which she left."""
    for notice in PlacementNotice.objects.standing().filter(child=child, ended_at=None):
        sync(notice, now)
