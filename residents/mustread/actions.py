"""The only writer of receipts. Saying it twice says it once."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from cura.core.audit import log
from cura.core.permissions import Permission as P
from cura.core.records import snapshot
from cura.core.records.actions import lock, require
from residents.mustread.models import MustRead, MustReadSeen


@transaction.atomic
def read_it(*, record: MustRead, by, values=None, now: datetime) -> MustReadSeen:
    """She says that she has read it. The shape of a step's `do`."""
    held = lock(record)
    require(by, P.DAILY_READ, held)
    if held.void_at or held.ended_at:
        raise ValidationError("Nobody needs to read this any more.", code="over")
    seen, new = MustReadSeen.objects.get_or_create(
        must_read=held, by=by, defaults={"home_id": held.home_id, "at": now}
    )
    if new:
        log.wrote(
            seen, "mustread.read", by=by, now=now, snapshot={"columns": snapshot.columns(seen)}
        )
    return seen
