"""Elm lived in: one of everything there is, with a word of its own in every text.

A test that finds such a word where it should not be knows at once whose and which text it was:
`zqkaidnaside` stands in a daily note about Kai that was set aside.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models, transaction

from cura.core.attachments.actions import add_upload, take_from_draft
from cura.core.attachments.attachment import Attachment, Upload
from cura.core.notices.actions import notify
from cura.core.records import actions, drafts, present, steps
from cura.core.records.draft import Draft
from cura.core.records.sheet import posted
from cura.core.search import index
from cura.lib.uuid7 import uuid7
from tests import builders
from tests.attachments.samples import picture
from tests.house.pages import TYPES

# A Wednesday, late in the afternoon: the hour at which a home is fullest.
NOW = datetime(2026, 6, 10, 17, 0, tzinfo=UTC)


def word(type, whose: str = "kai", extra: str = "") -> str:
    return f"zq{whose}{type.prefix.lower()}{extra}"


@dataclass
class Household:
    """What was written, by kind: `records` as they were saved, `aside` set aside, `through` with
    every moment reached and every step done."""

    whose: str
    records: dict[str, models.Model] = field(default_factory=dict)
    aside: dict[str, models.Model] = field(default_factory=dict)
    through: dict[str, models.Model] = field(default_factory=dict)
    files: dict[str, list[Attachment]] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    uploads: list[Upload] = field(default_factory=list)

    def every(self):
        """(kind, record) of all of them."""
        for type in TYPES:
            for kept in (self.records, self.aside, self.through):
                if type.slug in kept:
                    yield type, kept[type.slug]

    def references(self, type) -> list[str]:
        return [present.reference_of(type, r) for t, r in self.every() if t is type]


@transaction.atomic
def fill(cast, *, child, whose: str, home=None) -> Household:
    """Everything that people write, about this child (and of the home, when one is given), made
    by the same actions that they use."""
    found = Household(whose)
    for type in TYPES:
        if type.scope == "child" or home is not None:
            subject = builders.subject_for(type, home=home, child=child)
            _one(found, type, subject, cast, child)
    index.pending()
    return found


def _one(found: Household, type, subject, cast, child) -> None:
    own = _about(type, child)
    make = SimpleNamespace(type=type, subject=subject, change=own)
    record = found.records[type.slug] = _record(make, cast.rosa, word(type, found.whose))
    _parts(type, record, cast.rosa, found.whose)
    _beside(type, record, cast.rosa, found.whose)
    if type.files:
        found.files[type.slug] = _files(type, record, cast.rosa, found)
    found.drafts.append(_draft(type, subject, cast.sam, found))
    told = f"About {record._meta.verbose_name}: {word(type, found.whose, 'told')}"
    for user in (cast.rosa, cast.sam, cast.cara, cast.omar, cast.lin, cast.ivy):
        notify(user=user, record=record, text=told, now=NOW)
    aside = found.aside[type.slug] = _record(make, cast.rosa, word(type, found.whose, "aside"))
    actions.void(record=aside, reason=word(type, found.whose, "reason"), by=cast.rosa, now=NOW)
    _through(found, make, cast)


def _about(type, child) -> dict:
    """The choice of a child on a page of the house: this one, wherever a form asks for whom."""
    return {"children": [str(child.pk)]} if "children" in type.form.base_fields else {}


def _record(make, by, canary: str):
    record = builders.make(
        make.type, subject=make.subject, by=by, canary=canary, now=NOW, change=make.change
    )
    first = make.type.first
    if first and first.with_save:
        record = actions.reach(record=record, moment=first.key, by=by, now=NOW)
    return record


def _parts(type, record, by, whose: str) -> None:
    for part in type.parts:
        act = steps.find(type, f"part-{part.name}")
        form = act.build(None, record, by)
        values = {
            name: word(type, whose, part.name)
            for name, asked in form.fields.items()
            if isinstance(part.model._meta.get_field(name), models.CharField | models.TextField)
        }
        act.do(record=record, by=by, values=values, now=NOW)


def _beside(type, record, by, whose: str) -> None:
    """Words added where that is possible, and a manager who asks for more."""
    act = steps.find(type, "amend")
    if act and act.when(record):
        asked = act.build(None, record, by).fields["field"].choices[0][0]
        values = {"words": word(type, whose, "added"), "reason": word(type, whose, "why")}
        act.do(record=record, by=by, values=values | {"field": asked}, now=NOW)
    asked = steps.find(type, "return")
    asked.do(record=record, by=by, values={"words": word(type, whose, "asked")}, now=NOW)


def _files(type, record, by, found: Household) -> list[Attachment]:
    name = word(type, found.whose, "file")
    sent = (SimpleUploadedFile(f"{name}.txt", f"{name} inside".encode()),
            SimpleUploadedFile(f"{name}.jpg", picture()))  # fmt: skip
    draft, loose = uuid7(), uuid7()
    for file in sent:
        add_upload(draft=draft, file=file, name=file.name, by=by, now=NOW)
        file.seek(0)
        found.uploads.append(add_upload(draft=loose, file=file, name=file.name, by=by, now=NOW))
    return take_from_draft(draft=draft, record=record, by=by, now=NOW)


def _draft(type, subject, by, found: Household) -> Draft | None:
    body = builders.posted_for(
        type, subject=subject, user=by, canary=word(type, found.whose, "draft"), now=NOW
    )
    place = drafts.Place(type, subject)
    kept, _ = drafts.keep(token=uuid7(), at=place, body=body, rev=0, page=uuid7(), by=by, now=NOW)
    return kept


def _through(found: Household, make, cast) -> None:
    """A record that went the whole way: the shift lead writes, the manager does what she may not
    do herself."""
    type = make.type
    if not (type.moments or type.steps):
        return
    canary = word(type, found.whose, "done")
    record = builders.make(
        type, subject=make.subject, by=cast.tess, canary=canary, now=NOW, change=make.change
    )
    for act in steps.of(type)[: len(type.moments) + len(type.steps)]:
        record.refresh_from_db()
        if act.when(record):
            _do(act, record, cast.rosa if _not_hers(type, act) else cast.tess, canary)
    record.refresh_from_db()
    found.through[type.slug] = record


def _not_hers(type, act) -> bool:
    moment = next((m for m in type.moments if m.key == act.key), None)
    return bool(moment and moment.not_by) or act.permission == "record_review"


def _do(act, record, by, canary: str) -> None:
    values = {}
    if act.build:
        body = builders.filled(act.build(None, record, by), canary, NOW)
        form = act.build(posted(body), record, by)
        if not form.is_valid():  # asks for what is not there: nobody to send a report to
            return
        values = form.cleaned_data
    # Not every act fits every record: what has happened is not called off.
    with suppress(ValidationError):
        act.do(record=record, by=by, values=values, now=NOW)
