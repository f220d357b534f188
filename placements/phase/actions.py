"""What a new phase does to the clock of the one before it."""

from cura.core.deadlines.engine import sync
from placements.phase.models import Phase


def settle_others(*, record: Phase, by, now) -> None:
    """Her other phases hear of this one: the clock of phase 1 stops. `RecordType.after`."""
    rows = Phase.objects.standing().filter(child=record.child_id, home=record.home_id)
    for row in rows.exclude(pk=record.pk):
        sync(row, now)
