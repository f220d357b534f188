"""Compare every record with what the log says was written: nothing may differ, lack or be added."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from uuid import UUID

from django.apps import apps

from cura.core.audit.models import AuditEvent
from cura.core.audit.verify import Finding
from cura.core.records import registry, snapshot
from cura.core.records.base import RecordPart
from cura.core.records.bundles.checking import damaged

BATCH = 500


def records(home: UUID | None = None) -> Iterator[Finding]:
    """All that a home wrote, or every home: see `parts`."""
    for _, check in parts(home):
        yield from check()


def parts(home: UUID | None = None) -> list[tuple[str, Callable[[], Iterator[Finding]]]]:
    """The check in steps, one a table: records with their lines, parts, what stands beside."""
    lines = {t.model: {r.model._meta.label_lower: r for r in t.rows} for t in registry.all_types()}
    others = {
        model: {}
        for model in apps.get_models()
        if issubclass(model, RecordPart) or getattr(model, "snapshotted", False)
    }
    tables = [
        (model._meta.label_lower, partial(_table, model, rows, home))
        for model, rows in (lines | others).items()
    ]
    return [*tables, ("files that were issued", partial(damaged, home))]


def _table(model, rows: dict, home: UUID | None) -> Iterator[Finding]:
    """Every row that the log tells of, and every row that is there."""
    label = model._meta.label_lower
    told = AuditEvent.objects.filter(label=label, body__contains='"snapshot":')
    held = model._base_manager.all()
    if home:
        told = told.filter(home_id=home)
        held = held.filter(home_id=home) if hasattr(model, "home_id") else held.none()
    keys = set(told.values_list("object_id", flat=True)) | set(held.values_list("pk", flat=True))
    for batch in _batches(sorted(keys)):
        yield from _batch(model, label, rows, batch)


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
    held = {row["id"]: snapshot.spelled(model, row) for row in _rows(model, names, keys)}
    lines = {name: _lines(declared, keys) for name, declared in rows.items()}
    for key in keys:
        where = f"{label} {key}"
        if key not in held:
            yield Finding(where, "the log knows it, but the row is gone")
            continue
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
        found.setdefault(parent, []).append(snapshot.spelled(declared.model, row))
    return found


def _told(label: str, keys: list[UUID]) -> dict[UUID, tuple[dict, dict]]:
    """What the log says each row holds: its snapshots laid over one another in order."""
    told: dict[UUID, tuple[dict, dict]] = {}
    events = AuditEvent.objects.filter(label=label, object_id__in=keys).order_by("id")
    for key, body in events.values_list("object_id", "body"):
        if (kept := _snapshot(body)) is None:
            continue
        columns, lines = told.setdefault(key, ({}, {}))
        columns.update(kept["columns"])
        lines.update(kept.get("rows", {}))
    return told


def _snapshot(body: str) -> dict | None:
    """What an entry holds of the row. `chains` reports one that can no longer be read."""
    try:
        return json.loads(body).get("snapshot")
    except json.JSONDecodeError:
        return None
