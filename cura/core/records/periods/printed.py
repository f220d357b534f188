"""The words of a period's document: its records whole, one below the other, or a line each.

Each record is said as its own print says it: with the words added later, with what it replaces,
and with its own fingerprint. The fingerprint of the document is taken over theirs.
"""

import re

from cura.core.accounts.home import HomeSettings
from cura.core.records import present, registry, snapshot, versions
from cura.core.records.periods.period import Period
from cura.core.records.present import Beside
from cura.core.records.types import RecordType
from cura.lib.canonical import sha256_hex
from cura.lib.words import plural

TAGS = re.compile(r"<[^>]*>")
SPACE = re.compile(r"\s+")
LETTERS_A_PAGE = 2200


def entries(*, kinds: tuple[str, ...], period: Period, by, now) -> dict:
    """Every record whole, in the order in which things happened, whatever kind it is of."""
    found = [entry for label in kinds for entry in _entries(registry.of(label), period, by)]
    found.sort(key=lambda entry: (entry["at"], entry["reference"]))
    return _page(period, found) | {"entries": found}


def table(*, kinds: tuple[str, ...], period: Period, by, now) -> dict:
    """A line for each record, with the columns of its list: what a log on paper would show."""
    types = [registry.of(label) for label in kinds]
    tables = [_table(type, period, by) for type in types]
    lines = [line for each in tables for line in each["lines"]]
    return _page(period, lines) | {"tables": tables}


def about_pages(html: str) -> int:
    """How many sheets this will be, about: by the letters that are read."""
    body = html.partition("<body")[2]
    letters = len(SPACE.sub(" ", TAGS.sub(" ", body)))
    return -(-letters // LETTERS_A_PAGE)


def _page(period: Period, lines: list[dict]) -> dict:
    settings = HomeSettings.objects.filter(home_id=period.home_id).select_related("home").first()
    home = settings.home.name if settings else ""
    told = "\n".join(f"{line['reference']} {line['hash']}" for line in lines)
    subject = str(period.subject)
    return {
        "subject_words": subject if period.child_id else "",
        "over": " · ".join(dict.fromkeys((subject, home))),
        "home": home,
        "counted": plural(len(lines), "record").capitalize(),
        "hash": sha256_hex(told),
        "marking": settings.marking if settings else "",
    }


def _records(type: RecordType, period: Period, by) -> list:
    signers = [m.by for m in type.moments]
    rows = period.records(type, by).select_related("author", type.scope, "home", *type.preload)
    return list(rows.select_related(*signers, "void_by", "replaces"))


def _entries(type: RecordType, period: Period, by) -> list[dict]:
    records = _records(type, period, by)
    hashes, besides = snapshot.fingerprints(records, type), Beside.of_many(records)
    late = _late_hours(period)
    return [
        _entry(type, record, besides[record.pk], by, late) | {"hash": hashes[record.pk]}
        for record in records
    ]


def _entry(type: RecordType, record, beside: Beside, by, late_hours: int) -> dict:
    state, late = present.state(type, record), present.late_words(record, late_hours)
    return {
        "at": record.happened_at,
        "title": present.title(type, record),
        "reference": present.reference_of(type, record),
        "over": " · ".join(filter(None, (record.author.name, state["words"], late))),
        "sections": present.sections(type, record, beside) + _parts(type, record, by),
        "earlier": versions.earlier(type, record, by),
        "moments": present.moments(type, record),
        "remarks": beside.remarks(),
    }


def _parts(type: RecordType, record, by) -> list[dict]:
    found = present.parts(type, record, by)
    return [part | {"title": f"{part['title']} (seen by few)"} for part in found if part["facts"]]


def _late_hours(period: Period) -> int:
    settings = HomeSettings.objects.filter(home_id=period.home_id).first()
    return settings.late_hours if settings else 24


def _table(type: RecordType, period: Period, by) -> dict:
    records = _records(type, period, by)
    hashes, besides = snapshot.fingerprints(records, type), Beside.of_many(records)
    late = _late_hours(period)
    return {
        "title": type.title,
        "columns": [column.title for column in type.columns],
        "span": len(type.columns) + 1,
        "lines": [
            _line(type, record, besides[record.pk], by, late) | {"hash": hashes[record.pk]}
            for record in records
        ],
    }


def _line(type: RecordType, record, beside: Beside, by, late_hours: int) -> dict:
    state, late = present.state(type, record), present.late_words(record, late_hours)
    signed = [m for m in present.moments(type, record) if m["title"] != "Written"]
    return {
        "reference": present.reference_of(type, record),
        "cells": [column.of(record) for column in type.columns],
        "state": " · ".join(filter(None, (state["words"], late))),
        "signed": [f"{m['title']} by {m['who']}, {m['when']}" for m in signed],
        "added": [added for field in _fields(beside) for added in beside.added(*field)],
        "earlier": versions.earlier(type, record, by),
        "remarks": beside.remarks(),
    }


def _fields(beside: Beside) -> list[tuple]:
    return list(dict.fromkeys((row.field, row.row_id) for row in beside.amendments))
