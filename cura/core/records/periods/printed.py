"""The words of a period's document: its records whole, one below the other, or a line each.

Each record is said as its own print says it: with the words added later, with what it replaces,
and with its own fingerprint. The fingerprint of the document is taken over theirs.
"""

import math
import re

from cura.core.accounts.home import HomeSettings
from cura.core.records import present, registry, snapshot, versions
from cura.core.records.lateness import Lateness
from cura.core.records.periods.period import Period
from cura.core.records.present import Beside
from cura.core.records.types import RecordType
from cura.lib.canonical import sha256_hex
from cura.lib.words import listed, plural

TAGS = re.compile(r"<[^>]*>")
SPACE = re.compile(r"\s+")
BLOCK = re.compile(r"<(?:h1|h2|h3|p|dt|dd|tr)\b")
LETTERS_A_LINE, LINES_A_PAGE = 95, 46


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
    """How many sheets this will be, about: by its letters, and the lines that are not full."""
    body = html.partition("<body")[2]
    letters = len(SPACE.sub(" ", TAGS.sub(" ", body)))
    lines = letters / LETTERS_A_LINE + len(BLOCK.findall(body))
    return math.ceil(lines / LINES_A_PAGE)


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
    late = Lateness.of(records)
    return [
        _entry(type, record, besides[record.pk], by, late) | {"hash": hashes[record.pk]}
        for record in records
    ]


def _entry(type: RecordType, record, beside: Beside, by, late: Lateness) -> dict:
    sections = present.sections(type, record, beside) + _parts(type, record, by)
    earlier = versions.earlier(type, record, by)
    if earlier:
        earlier |= {"sections": [_tight(type, section) for section in earlier["sections"]]}
    return {
        "at": record.happened_at,
        "title": present.title(type, record),
        "reference": present.reference_of(type, record),
        "state": _state(type, record, late),
        "sections": [_tight(type, section) for section in sections],
        "earlier": earlier,
        "moments": _moments(type, record),
        "remarks": beside.remarks(),
    }


def _tight(type: RecordType, section: dict) -> dict:
    """Words keep a paragraph each; what is short stands in one line. The time is in the title."""
    when = present.sentence(type.model._meta.get_field("happened_at").verbose_name)
    facts = [f for f in section["facts"] if f["label"] != when or f["amendments"]]
    long = [f for f in facts if f["long"] or f["amendments"]]
    short = [f"{_asked(f['label'])} {f['text']}" for f in facts if f not in long]
    return section | {"long": long, "short": " · ".join(short)}


def _asked(label: str) -> str:
    return label if label.endswith("?") else f"{label}:"


def _state(type: RecordType, record, late: Lateness) -> str:
    """Said only when it is not as it should be: not signed yet, or written long after."""
    state = present.state(type, record)
    open_ = state["words"] if state["tone"] == "warn" else ""
    return " · ".join(filter(None, (open_, late.words(record))))


def _moments(type: RecordType, record) -> list[str]:
    """Who wrote and signed it, in one line when that was one person in one minute."""
    found: dict[tuple[str, str], list[str]] = {}
    for moment in present.moments(type, record):
        found.setdefault((moment["who"], moment["when"]), []).append(moment["title"].lower())
    return [
        f"{present.sentence(listed(done))} by {who}, {when}" for (who, when), done in found.items()
    ]


def _parts(type: RecordType, record, by) -> list[dict]:
    found = present.parts(type, record, by)
    return [part | {"title": f"{part['title']} (seen by few)"} for part in found if part["facts"]]


def _table(type: RecordType, period: Period, by) -> dict:
    records = _records(type, period, by)
    hashes, besides = snapshot.fingerprints(records, type), Beside.of_many(records)
    late = Lateness.of(records)
    return {
        "title": type.title,
        "columns": [column.title for column in type.columns],
        "span": len(type.columns) + 1,
        "lines": [
            _line(type, record, besides[record.pk], by, late) | {"hash": hashes[record.pk]}
            for record in records
        ],
    }


def _line(type: RecordType, record, beside: Beside, by, late: Lateness) -> dict:
    return {
        "reference": present.reference_of(type, record),
        "cells": [column.of(record) for column in type.columns],
        "state": _state(type, record, late),
        "signed": _moments(type, record),
        "added": [added for field in _fields(beside) for added in beside.added(*field)],
        "earlier": versions.earlier(type, record, by),
        "remarks": beside.remarks(),
    }


def _fields(beside: Beside) -> list[tuple]:
    return list(dict.fromkeys((row.field, row.row_id) for row in beside.amendments))
