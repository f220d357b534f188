"""Kai comes to Elm on a Friday night: what these tests begin with."""

from datetime import UTC, datetime, timedelta

from placements.arrival import actions
from placements.arrival.models import FirstDay
from residents.child.models import Child

CAME = datetime(2026, 2, 6, 22, 55, tzinfo=UTC)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def begun(cast, *, person=None, now=CAME) -> FirstDay:
    """Tess leads the shift and writes; Cara opens the door."""
    Child.objects.filter(pk=cast.kai.pk).update(arrived_at=CAME, key_worker=cast.sam)
    cast.kai.refresh_from_db()
    return actions.begin(child=cast.kai, person=person or cast.cara, by=cast.tess, now=now)


def tick(first_day, step: str, by, *, now=CAME + HOUR, state="done", **answer):
    return actions.tick(first_day=first_day, step=step, state=state, by=by, now=now, **answer)
