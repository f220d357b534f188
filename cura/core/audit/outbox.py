"""Read the outbox by claim: a reader takes rows, does its work, and they are gone, or nothing."""

from collections.abc import Callable, Iterable

from django.db import transaction

from cura.core.audit.models import Change

BATCH = 200


def drain(reader: str, take: Callable[[Iterable[Change]], None]) -> int:
    """1 lock the oldest rows of this reader; 2 let `take` use them; 3 delete them; all or nothing.

    Returns how many rows were taken; call again until 0. Two workers never take the same row:
    the second waits (SQLite) or passes over locked rows (PostgreSQL).
    """
    with transaction.atomic():
        rows = list(
            Change.objects.select_for_update(skip_locked=True)
            .filter(reader=reader)
            .order_by("id")[:BATCH]
        )
        if rows:
            take(rows)
            Change.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len(rows)
