"""How a record is said on a page: ready text, so that templates only print."""

import re
from dataclasses import dataclass
from uuid import UUID

from django.db import models
from django.urls import reverse

from cura.core.records import actions
from cura.core.records.beside import Amendment, Remark
from cura.core.records.lateness import Lateness
from cura.core.records.types import Moment, RecordType, Rows
from cura.lib import london
from cura.lib.reference import reference

HIDDEN = {
    "id", "home", "child", "created_at", "version", "submission", "replaces", "void_at", "void_by",
    "void_reason", "signed_at", "signed_by", "author",
}  # fmt: skip

DATE = re.compile(r"\w{3} \d{1,2} \w{3} \d{4}\b")  # as london.words and london.day_words say it
SHORT = 12


@dataclass(frozen=True)
class Beside:
    """The words added to a record and what was asked for, read once for a page."""

    amendments: tuple[Amendment, ...]
    asked: tuple[Remark, ...]

    @classmethod
    def of(cls, record) -> "Beside":
        rows = [
            tuple(model.objects.filter(object_id=record.pk).select_related("by"))
            for model in (Amendment, Remark)
        ]
        return cls(*rows)

    @classmethod
    def of_many(cls, records) -> dict[UUID, "Beside"]:
        """Of each of these records, by its key, in two queries."""
        keys = [record.pk for record in records]
        found = {key: ([], []) for key in keys}
        for number, model in enumerate((Amendment, Remark)):
            for row in model.objects.filter(object_id__in=keys).select_related("by"):
                found[row.object_id][number].append(row)
        return {key: cls(tuple(words), tuple(asked)) for key, (words, asked) in found.items()}

    def added(self, field: str, row_id: UUID | None = None) -> list[dict]:
        return [
            {
                "text": a.words,
                "who": a.by.name,
                "when": london.words(a.at),
                "why": a.reason,
            }
            for a in self.amendments
            if a.field == field and a.row_id == row_id
        ]

    def remarks(self) -> list[dict]:
        return [{"who": r.by.name, "when": london.words(r.at), "text": r.words} for r in self.asked]


def said(record: models.Model, field: models.Field) -> str:
    """One value in plain words: choices by label, times in London, yes and no."""
    if field.choices:
        return str(getattr(record, f"get_{field.name}_display")() or "")
    value = getattr(record, field.name)
    if value is None:
        return ""
    if hasattr(field, "said"):  # a field of our own that knows better: a month, money
        return field.said(value)
    if isinstance(field, models.BooleanField):
        return "Yes" if value else "No"
    if isinstance(field, models.DateTimeField):
        return london.words(value)
    if isinstance(field, models.DateField):
        return london.day_words(value)
    if isinstance(value, list):
        return ", ".join(str(v) for v in value)
    return str(value)


def _facts(row: models.Model, names, beside: Beside, row_id=None) -> list[dict]:
    fields = [row._meta.get_field(name) for name in names]
    return [
        {
            "label": sentence(field.verbose_name),
            "text": said(row, field),
            "long": isinstance(field, models.TextField),
            "amendments": beside.added(field.name, row_id),
        }
        for field in fields
        if said(row, field) or beside.added(field.name, row_id)
    ]


def sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def shown_fields(type: RecordType) -> list[str]:
    """What the form asks, in its order; what later moments ask comes with those moments."""
    return [n for n in type.form._meta.fields if n not in HIDDEN]


def sections(type: RecordType, record, beside: Beside) -> list[dict]:
    found = [{"title": "", "facts": _facts(record, shown_fields(type), beside), "rows": None}]
    found += [_row_section(type, rows, record, beside) for rows in type.rows]
    for moment in type.moments:
        if moment.form and getattr(record, moment.at):
            facts = _facts(record, moment.form._meta.fields, beside)
            found.append({"title": moment.done, "facts": facts, "rows": None})
    return [s for s in found if s["facts"] or s["rows"]]


def _row_section(type: RecordType, rows: Rows, record, beside: Beside) -> dict:
    names = [n for n in rows.form._meta.fields if n != "id"]
    fields = [rows.model._meta.get_field(n) for n in names]
    lines = _lines(rows, record, [f.name for f in fields if f.is_relation])
    shown = [f for f in fields if any(said(line, f) for line in lines)]
    table = {
        "columns": [sentence(f.verbose_name) for f in shown],
        "lines": [
            {
                "cells": [
                    {"label": sentence(f.verbose_name), **_measured(said(line, f))} for f in shown
                ],
                "amendments": [a for f in fields for a in beside.added(f.name, line.pk)],
            }
            for line in lines
        ],
    }
    return {"title": rows.title, "facts": [], "rows": table if table["lines"] else None}


def _lines(rows: Rows, record, related: list[str]) -> list:
    """The lines of a record; those that a page has fetched already are not asked for again."""
    name = rows.model._meta.get_field(rows.fk).remote_field.related_name
    fetched = getattr(record, "_prefetched_objects_cache", {}).get(name)
    if fetched is not None:
        return list(fetched)
    return list(rows.model.objects.filter(**{rows.fk: record}).select_related(*related))


def parts(type: RecordType, record, user) -> list[dict]:
    """Sections that only some may see; for others it is as if they were not there."""
    found = []
    for part in type.parts:
        if not actions.may(user, part.model.read, record):
            continue
        row = part.model.objects.filter(record=record).first()
        names = part.form._meta.fields
        facts = _facts(row, names, Beside((), ())) if row else []
        found.append({"title": part.title, "facts": facts, "rows": None})
    return found


def title(type: RecordType, record) -> str:
    """A record that knows better says itself: a monthly report by its month."""
    if hasattr(record, "own_title"):
        return record.own_title()
    return f"{sentence(type.one)}, {london.words(record.happened_at)}"


def edit_title(type: RecordType, record, replaced) -> str:
    if replaced:
        return f"Replace: {type.one}"
    return f"Change: {type.one}" if record else sentence(type.one)


def reference_of(type: RecordType, record) -> str:
    return reference(type.prefix, record.pk)


def state(type: RecordType, record) -> dict:
    """One word for how it stands, never by colour alone."""
    if record.void_at:
        return {"words": "Set aside", "tone": "quiet", "icon": "archive"}
    reached = [m for m in type.moments if getattr(record, m.at)]
    if reached:
        return {"words": reached[-1].done, "tone": "ok", "icon": "check-circle"}
    if type.moments:
        return {"words": "Open", "tone": "warn", "icon": "pencil"}
    return {"words": "", "tone": "quiet", "icon": ""}


def moments(type: RecordType, record) -> list[dict]:
    found = [
        {"title": "Written", "who": record.author.name, "when": london.words(record.created_at)}
    ]
    found += [_moment(m, record) for m in type.moments if getattr(record, m.at)]
    if record.void_at:
        found.append(
            {
                "title": "Set aside",
                "who": record.void_by.name,
                "when": london.words(record.void_at),
                "why": record.void_reason,
            }
        )
    return found


def _moment(moment: Moment, record) -> dict:
    return {
        "title": moment.done,
        "who": getattr(record, moment.by).name,
        "when": london.words(getattr(record, moment.at)),
    }


def link(type: RecordType, record) -> dict | None:
    if record is None:
        return None
    return {"url": detail_url(type, record), "text": title(type, record)}


def replacement(type: RecordType, record):
    """The record that puts this one right: whoever replaces, sets aside."""
    if not record.void_at:
        return None
    return type.model._base_manager.filter(replaces=record).first()


def detail_url(type: RecordType, record) -> str:
    return reverse(type.url("detail"), args=[record.pk])


def cells(type: RecordType, record, lateness: Lateness) -> dict:
    """One row of a list."""
    return {
        "url": detail_url(type, record),
        "cells": [
            {
                "label": c.title,
                "status": c.tone(record) if c.tone else c.status,
                "words": c.words,
                **_measured(c.of(record)),
            }
            for c in type.columns
        ],
        "state": state(type, record),
        "late": lateness.is_late(record),
    }


def _measured(text: str) -> dict:
    """How a cell breaks: a date in two lines at most, a few letters never."""
    return {"text": text, "date": bool(DATE.match(text)), "short": len(text) <= SHORT}


def saved_words(type: RecordType, record) -> str:
    reached = [m for m in type.moments if getattr(record, m.at)]
    return f"Saved and {reached[-1].done.lower()}." if reached else "Saved."


def as_posted(type: RecordType, record) -> dict[str, list[str]]:
    """A record as its own page would post it: to prefill the one that replaces it."""
    form = type.form(instance=record, user=None, subject=record.subject)
    body = posted_by(form)
    for rows in type.rows:
        name = rows.model._meta.model_name
        lines = list(rows.model.objects.filter(**{rows.fk: record}))
        body |= {f"{name}-TOTAL_FORMS": [str(len(lines))], f"{name}-INITIAL_FORMS": ["0"]}
        for number, line in enumerate(lines):
            line_form = rows.form(
                instance=line, prefix=f"{name}-{number}", user=None, subject=record.subject,
                home=record.home,
            )  # fmt: skip
            body |= posted_by(line_form)
    return body


def posted_by(form) -> dict[str, list[str]]:
    """What a browser would post from this form as it is shown, before anybody types."""
    body = {}
    for name in form.fields:
        value = form[name].value()
        if value is None or value is False:
            continue
        values = value if isinstance(value, list | tuple) else [value]
        shown = form.fields[name].widget
        texts = [shown.format_value(v) if v != "" else "" for v in values]
        flat = [t for text in texts for t in (text if isinstance(text, list) else [text])]
        body[form.add_prefix(name)] = ["on" if t is True else str(t) for t in flat]
    return body
