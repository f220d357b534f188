"""What the search knows of records: their words, the words of their lines, and their parts."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from uuid import UUID

from django.db import models

from cura.core.accounts import soft
from cura.core.records import present, registry
from cura.core.records.beside import Amendment
from cura.core.records.types import Part, RecordType
from cura.core.search.entry import Entry
from cura.core.search.index import Ref, Source


def entries(refs: Collection[Ref]) -> Iterator[Entry]:
    """Records that stand, each with its lines and the words added to it; each part by itself."""
    wanted: dict[str, list[UUID]] = defaultdict(list)
    for label, pk in refs:
        wanted[label].append(pk)
    for label, ids in wanted.items():
        if type := registry.find(label):
            yield from _of_type(type, ids)


def every() -> Iterator[Ref]:
    for type in registry.all_types():
        ids = type.model._base_manager.filter(void_at=None).values_list("pk", flat=True)
        for pk in ids.iterator(chunk_size=2000):
            yield type.label, pk


def names(refs: Collection[Ref]) -> dict[UUID, str]:
    """What children and homes among these are called now."""
    found = {}
    for scope in registry.scopes():
        ids = [pk for label, pk in refs if label == scope.model._meta.label_lower]
        if ids:
            rows = scope.model._base_manager.filter(pk__in=ids)
            found |= {subject.pk: called(subject) for subject in rows}
    return found


SOURCE = Source(entries=entries, every=every, names=names)


def called(subject: models.Model) -> str:
    return getattr(subject, "name", "") or str(subject)


def _of_type(type: RecordType, ids: list[UUID]) -> Iterator[Entry]:
    fields = [type.model._meta.get_field(name) for name in type.search]
    related = [f.name for f in fields if f.many_to_one or f.one_to_one]
    records = list(
        type.model._base_manager.filter(pk__in=ids, void_at=None).select_related(
            type.scope, *related
        )
    )
    beside = _lines(type, ids)
    for added in Amendment.objects.filter(object_id__in=ids):
        beside[added.object_id].append(added.words)
    texts = {r.pk: [present.said(r, f) for f in fields] + beside[r.pk] for r in records}
    for record in records:
        yield _entry(type, record, soft.reading(type.model), texts[record.pk])
    for part in type.parts:
        yield from _parts(type, part, {record.pk: record for record in records})


def _entry(type: RecordType, record, permission: str, texts: list[str], part=None) -> Entry:
    title = present.title(type, record)
    return Entry(
        label=type.label,
        object_id=record.pk,
        part=part.name if part else "",
        home_id=record.home_id,
        child_id=record.child_id if record.of_child else None,
        permission=permission,
        reference=present.reference_of(type, record),
        subject=called(record.subject),
        title=f"{title}: {part.title}" if part else title,
        body="\n".join(text for text in texts if text),
        at=record.happened_at,
    )


def _lines(type: RecordType, ids: list[UUID]) -> dict[UUID, list[str]]:
    """Words of the lines under each record, and whom they name."""
    found: dict[UUID, list[str]] = defaultdict(list)
    for rows in type.rows:
        fields = _wordy(rows.model, rows.form._meta.fields)
        key = rows.model._meta.get_field(rows.fk).attname
        related = [f.name for f in fields if f.is_relation]
        lines = rows.model._base_manager.filter(**{f"{rows.fk}__in": ids})
        for line in lines.select_related(*related).order_by("pk"):
            found[getattr(line, key)] += [present.said(line, f) for f in fields]
    return found


def _parts(type: RecordType, part: Part, records: dict) -> Iterator[Entry]:
    fields = _wordy(part.model, part.form._meta.fields)
    for row in part.model._base_manager.filter(record__in=records):
        texts = [present.said(row, f) for f in fields]
        if any(texts):
            record = records[row.record_id]
            yield _entry(type, record, soft.reading(part.model), texts, part)


def _wordy(model: type[models.Model], names) -> list[models.Field]:
    """Fields that hold words, or name somebody."""
    fields = [model._meta.get_field(name) for name in names if name not in ("id", "record")]
    texts = (models.CharField, models.TextField, models.ForeignKey)
    return [f for f in fields if isinstance(f, texts)]
