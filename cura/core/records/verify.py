"""Compare every record with what the log says was written: nothing may differ, lack or be added."""

import json
from collections.abc import Iterator
from uuid import UUID

from django.apps import apps

from cura.core.audit.models import AuditEvent
from cura.core.audit.verify import Finding
from cura.core.records import registry, snapshot
from cura.core.records.base import RecordPart

BATCH = 500


def records() -> Iterator[Finding]:
    """Records with their lines, their parts, and the rows that stand beside them."""
    for type in registry.all_types():
        yield from _table(type.model, {r.model._meta.label_lower: r for r in type.rows})
    for model in apps.get_models():
        if issubclass(model, RecordPart) or getattr(model, "snapshotted", False):
            yield from _table(model, {})


def _table(model, rows: dict) -> Iterator[Finding]:
    label = model._meta.label_lower
    seen: set[UUID] = set()
    keys = model._base_manager.order_by("pk").values_list("pk", flat=True)
    for batch in _batches(keys.iterator(chunk_size=BATCH)):
        seen.update(batch)
        yield from _batch(model, label, rows, batch)
    told = AuditEvent.objects.filter(label=label, body__contains='"snapshot":').values_list(
        "object_id", flat=True
    )
    for gone in set(told.iterator()) - seen:
        yield Finding(f"{label} {gone}", "the log knows it, but the row is gone")


def _batches(keys) -> Iterator[list[UUID]]:
    batch: list[UUID] = []
    for key in keys:
        batch.append(key)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _batch(model, label: str, rows: dict, keys: list[UUID]) -> Iterator[Finding]:
    told = _told(label, keys)
    names = [f.attname for f in model._meta.concrete_fields]
    held = {row["id"]: snapshot.spelled(row) for row in _rows(model, names, keys)}
    lines = {name: _lines(declared, keys) for name, declared in rows.items()}
    for key in keys:
        where = f"{label} {key}"
        if key not in told:
            yield Finding(where, "the log does not know it")
            continue
        columns, told_lines = told[key]
        for name, value in columns.items():
            if held[key].get(name, value) != value or name not in held[key]:
                yield Finding(where, f"{name} is not what was written")
        for name, found in lines.items():
            if found.get(key, []) != told_lines.get(name, []):
                yield Finding(where, f"lines of {name} are not what was written")


def _rows(model, names, keys):
    return model._base_manager.filter(pk__in=keys).values(*names)


def _lines(declared, keys) -> dict[UUID, list[dict]]:
    names = [f.attname for f in declared.model._meta.concrete_fields]
    found: dict[UUID, list[dict]] = {}
    held = declared.model._base_manager.filter(**{f"{declared.fk}__in": keys})
    for row in held.order_by("pk").values(*names):
        parent = row[f"{declared.fk}_id"]
        found.setdefault(parent, []).append(snapshot.spelled(row))
    return found


def _told(label: str, keys: list[UUID]) -> dict[UUID, tuple[dict, dict]]:
    """What the log says each row holds: its snapshots laid over one another in order."""
    told: dict[UUID, tuple[dict, dict]] = {}
    events = AuditEvent.objects.filter(label=label, object_id__in=keys).order_by("id")
    for key, body in events.values_list("object_id", "body"):
        kept = json.loads(body).get("snapshot")
        if kept is None:
            continue
        columns, lines = told.setdefault(key, ({}, {}))
        columns.update(kept["columns"])
        lines.update(kept.get("rows", {}))
    return told
