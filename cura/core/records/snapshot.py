"""What a row holds, spelled canonically, so that the log can prove it later."""

from django.db import models

from cura.core.records.short_lived import sealed
from cura.core.records.types import Moment, RecordType
from cura.lib.canonical import canonical, canonical_json, sha256_hex


def columns(row: models.Model, names: tuple[str, ...] | None = None) -> dict:
    """The row as the database holds it now (this asks one query), by column name."""
    fields = [f.attname for f in row._meta.concrete_fields if names is None or f.name in names]
    held = vars(type(row)._base_manager.get(pk=row.pk))
    return {name: text for name, text in spelled(type(row), held).items() if name in fields}


def spelled(model: type[models.Model], values: dict) -> dict:
    """A row that `.values()` gave, in the spelling of snapshots. Of words that are kept for a short
    while only the hash, and never the key to it."""
    names = {f.attname for f in model._meta.concrete_fields}
    found = {name: canonical(value) for name, value in values.items() if name in names}
    passing = getattr(model, "short_lived", ())
    salt = found.pop("salt", "") if passing else ""
    for name in passing:
        if found.get(name):
            found[name] = sealed(name, found[name], salt)
    return found


def whole(record: models.Model, type: RecordType) -> dict:
    """The record with its lines: what "created", "edited" and the first moment keep."""
    return {"columns": columns(record), "rows": lines(record, type)}


def lines(record: models.Model, type: RecordType) -> dict[str, list[dict]]:
    """The lines under a record, by table, in the order of their keys."""
    found = {}
    for rows in type.rows:
        names = [f.attname for f in rows.model._meta.concrete_fields]
        held = rows.model._base_manager.filter(**{rows.fk: record}).order_by("pk").values(*names)
        found[rows.model._meta.label_lower] = [spelled(rows.model, row) for row in held]
    return found


def of_moment(record: models.Model, type: RecordType, moment: Moment) -> dict:
    """The first moment keeps everything; a later one its own columns."""
    if moment is type.first:
        return whole(record, type)
    return {"columns": columns(record, type.owned(moment))}


def fingerprint(record: models.Model, type: RecordType) -> str:
    """The hash that a PDF prints: over the whole record as it stands."""
    return sha256_hex(canonical_json(whole(record, type)))


def fingerprints(records: list[models.Model], type: RecordType) -> dict:
    """The same hash of many records of one kind, by key: one query, and one for each table of
    their lines."""
    keys = [record.pk for record in records]
    names = [f.attname for f in type.model._meta.concrete_fields]
    held = type.model._base_manager.filter(pk__in=keys).values(*names)
    wholes = {row["id"]: {"columns": spelled(type.model, row), "rows": {}} for row in held}
    for rows in type.rows:
        label = rows.model._meta.label_lower
        way_back = rows.model._meta.get_field(rows.fk).attname
        for whole_ in wholes.values():
            whole_["rows"][label] = []
        names = [f.attname for f in rows.model._meta.concrete_fields]
        under = rows.model._base_manager.filter(**{f"{rows.fk}__in": keys}).order_by("pk")
        for row in under.values(*names):
            wholes[row[way_back]]["rows"][label].append(spelled(rows.model, row))
    return {key: sha256_hex(canonical_json(whole_)) for key, whole_ in wholes.items()}
