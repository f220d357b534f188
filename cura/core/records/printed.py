"""What a record prints as: its own documents, or the plain one that serves every kind."""

from collections.abc import Iterable

from cura.core.accounts import access
from cura.core.accounts.home import HomeSettings
from cura.core.documents.types import Document
from cura.core.permissions import Permission as P
from cura.core.records import present, registry, snapshot, versions
from cura.core.records.lateness import Lateness
from cura.core.records.types import RecordType


def document_for(type: RecordType, key: str) -> Document:
    """The document of that key; without one, the plain print of the record."""
    return next((d for d in type.documents if d.key == key), plain(type))


def plain(type: RecordType) -> Document:
    """What it prints as when nobody has chosen, by itself and in a bundle."""
    return whole(type) or Document(
        key="record",
        title=present.sentence(type.one),
        template="documents/record.html",
        context=context,
        permission=type.model.read,
        filename=filename,
    )


def whole(type: RecordType) -> Document | None:
    """Its own document that leaves nothing out, where it has one."""
    return next((d for d in type.documents if d.whole), None)


def filename(record) -> str:
    type = registry.of(record)
    return f"{type.slug}-{present.reference_of(type, record)}"


def context(*, record, by, now) -> dict:
    """The record with what was added, who signed, what it replaces, and its hash."""
    type = registry.of(record)
    beside = present.Beside.of(record)
    settings = HomeSettings.objects.filter(home=record.home_id).first()
    home, state = _home(record, by), present.state(type, record)
    late = Lateness.of([record]).words(record)
    subject = str(record.subject) if home or record.subject != record.home else ""
    return {
        "heading": present.title(type, record),
        "subject_words": subject,
        "home": home,
        "over": " · ".join(filter(None, dict.fromkeys((subject, home, state["words"], late)))),
        "reference": present.reference_of(type, record),
        "sections": present.sections(type, record, beside),
        "earlier": versions.earlier(type, record, by),
        "parts": present.parts(type, record, by),
        "moments": present.moments(type, record),
        "remarks": beside.remarks(),
        "replaces": present.link(type, record.replaces),
        "replaced_by": present.link(type, present.replacement(type, record)),
        "hash": snapshot.fingerprint(record, type),
        "version": record.version,
        "marking": settings.marking if settings else "",
    }


def _home(record, by) -> str:
    """The home's name, but for somebody who sees only the diary: where a child lives may be kept
    from her family."""
    children = access.scope(by, P.CHILD_READ).children
    of_home = access.has(by, P.HOME_READ, record.home_id)
    return record.home.name if of_home or getattr(record, "child_id", None) in children else ""


def section_of(title: str, columns: tuple[str, ...], lines: Iterable[tuple]) -> dict:
    """What stands beside a record, a line each, as a section of its page and of its print."""
    rows = [
        {
            "cells": [{"label": c, "text": t} for c, t in zip(columns, line, strict=True)],
            "amendments": [],
        }
        for line in lines
    ]
    table = {"columns": list(columns), "lines": rows}
    return {"title": title, "facts": [], "rows": table if rows else None}
