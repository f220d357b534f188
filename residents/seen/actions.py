"""The only writer of who has read what. Reading it twice says it once."""

from datetime import datetime

from django.db import transaction

from cura.core.audit import log
from cura.core.records import snapshot
from cura.core.records.actions import lock, require
from residents.seen.models import Seen


@transaction.atomic
def mark(*, record, by, values=None, now: datetime) -> Seen:
    """This person has read the record as it stands now. The shape of a step's `do`."""
    held = lock(record)
    require(by, record.read, held)
    seen, new = Seen.objects.get_or_create(
        object_id=held.pk,
        version=held.version,
        by=by,
        defaults={"label": held._meta.label_lower, "child_id": held.child_id, "at": now},
    )
    if new:
        where = log.target(held) | {"label": seen._meta.label_lower, "object_id": seen.pk}
        log.append(
            chain=log.chain_of(held.home_id), actor=by, action="record.seen", now=now,
            body={"snapshot": {"columns": snapshot.columns(seen)}}, **where,
        )  # fmt: skip
    return seen
