"""A row beside a record: it never changes, and the log holds it whole."""

from datetime import datetime

from django.db import models

from cura.core.audit import log
from cura.core.records import snapshot
from cura.core.records.beside import Beside


def keep_beside(row: Beside, record, action: str, by, now: datetime):
    """Write it down with whose it is, in the transaction of the caller's action."""
    where = log.target(record)
    for name in ("label", "object_id", "home_id", "child_id"):
        setattr(row, name, where[name])
    row.by, row.at = by, now
    return keep_row(row, record, action, by, now)


def keep_row(row: models.Model, record, action: str, by, now: datetime):
    """The same for a row that knows its record in a way of its own (an entry of an aim)."""
    where = log.target(record)
    row.save(force_insert=True)
    log.outbox(where, now)
    log.append(
        chain=log.chain_of(record.home_id), actor=by, action=action, now=now,
        body={"snapshot": {"columns": snapshot.columns(row)}},
        **where | {"label": row._meta.label_lower, "object_id": row.pk},
    )  # fmt: skip
    return row
