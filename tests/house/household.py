"""Elm lived in: one of everything there is, with a word of its own in every text.

A test that finds such a word where it should not be knows at once whose and which text it was:
`zqhousekaidnaside` stands in a daily note about Kai that was set aside. The word is long enough
that no token of a page, which is made of chance, ever reads like it.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models, transaction

from cura.core.accounts import access
from cura.core.accounts.roles import role
from cura.core.attachments import store
from cura.core.attachments.actions import add_upload, take_from_draft
from cura.core.attachments.attachment import Attachment, Upload
from cura.core.notices.actions import notify
from cura.core.records import actions, steps
from cura.core.records.bundles.models import Bundle, Issued
from cura.core.records.drafts import actions as drafts
from cura.core.records.drafts import places
from cura.core.records.drafts.models import Draft
from cura.core.records.sheet import posted
from cura.core.search import index
from cura.lib import london
from cura.lib.uuid7 import uuid7
from tests import builders
from tests.attachments.samples import picture
from tests.house.pages import TYPES

# A Wednesday, late in the afternoon: the hour at which a home is fullest.
NOW = datetime(2026, 6, 10, 17, 0, tzinfo=UTC)


MARK = "zqhouse"
LEAVES = ("leavings", "gone")  # the child of the household stays: what is written next is of her


def word(type, whose: str = "kai", extra: str = "") -> str:
    return f"{MARK}{whose}{type.prefix.lower()}{extra}"


@dataclass
class Household:
    """What was written, by kind: `records` as the page's own button saves them, `opened` not yet
    signed, `aside` set aside, `through` with every moment reached and every step done."""

    whose: str
    now: datetime = NOW
    text: str = ""  # stands in place of every word of ours
    records: dict[str, models.Model] = field(default_factory=dict)
    opened: dict[str, models.Model] = field(default_factory=dict)
    aside: dict[str, models.Model] = field(default_factory=dict)
    through: dict[str, models.Model] = field(default_factory=dict)
    files: dict[str, list[Attachment]] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    uploads: list[Upload] = field(default_factory=list)
    bundles: list[Bundle] = field(default_factory=list)

    def word(self, type, extra: str = "") -> str:
        return self.text or word(type, self.whose, extra)

    def every(self):
        """(kind, record) of all of them."""
        for type in TYPES:
            for kept in (self.records, self.opened, self.aside, self.through):
                if type.slug in kept:
                    yield type, kept[type.slug]


@transaction.atomic
def fill(cast, *, child, whose: str, home=None, now: datetime = NOW, text: str = "") -> Household:
    """Everything that people write, about this child (and of the home, when one is given), made
    by the same actions that they use."""
    found = Household(whose, now, text)
    with access.remembering():
        for type in TYPES:
            if type.scope == "child" or home is not None:
                subject = builders.subject_for(type, home=home, child=child)
                write(found, type, subject, cast, child)
    found.bundles = _bundles(cast.rosa, child, now)
    index.pending()
    return found


def _bundles(by, child, now: datetime) -> list[Bundle]:
    """One that waits, one that is ready, one that was not made. Nothing is printed for it."""
    day = london.local_date(now)
    rows = [
        Bundle.objects.create(
            home=child.home, child_id=child.pk, kinds=["residents.dailynote"], first=day, last=day,
            asked_by=by, asked_at=now, **more,
        )
        for more in ({}, {"finished_at": now}, {"finished_at": now, "stopped": "Too large."})
    ]  # fmt: skip
    Issued.objects.create(
        bundle=rows[1], home_id=child.home_id, child_id=child.pk, until=now + timedelta(days=7),
        name="bundle.zip", mime="application/zip", size=2, sha256=store.put(b"PK"), uploaded_by=by,
        at=now,
    )  # fmt: skip
    return rows


def write(found: Household, type, subject, cast, child) -> None:
    """All that is written of one kind: with its section for few, words added, files, a draft."""
    own = _about(type, child)
    make = SimpleNamespace(type=type, subject=subject, change=own, now=found.now)
    record = found.records[type.slug] = _record(make, cast.rosa, found.word(type))
    found.opened[type.slug] = _open(make, cast.rosa, found.word(type, "open"))
    _parts(type, record, cast.rosa, found)
    _beside(type, record, cast.rosa, found)
    if type.files:
        found.files[type.slug] = _files(type, record, cast.rosa, found)
    found.drafts.append(_draft(type, subject, cast.tess, found))
    told = f"About {record._meta.verbose_name}: {found.word(type, 'told')}"
    for user in (cast.rosa, cast.sam, cast.cara, cast.omar, cast.lin, cast.ivy):
        notify(user=user, record=record, text=told, now=found.now)
    aside = found.aside[type.slug] = _record(make, cast.rosa, found.word(type, "aside"))
    actions.void(record=aside, reason=found.word(type, "reason"), by=cast.rosa, now=found.now)
    _through(found, make, cast)


def _about(type, child) -> dict:
    """The choice of a child on a page of the house: this one, wherever a form asks for whom."""
    asked = [name for name in ("children", "child") if name in type.form.base_fields]
    return {name: [str(child.pk)] for name in asked if type.scope == "home"}


def _open(make, by, canary: str):
    return builders.make(
        make.type, subject=make.subject, by=by, canary=canary, now=make.now, change=make.change
    )


def _record(make, by, canary: str):
    record, first = _open(make, by, canary), make.type.first
    if first and first.with_save:
        record = actions.reach(record=record, moment=first.key, by=by, now=make.now)
    return record


def _parts(type, record, by, found: Household) -> None:
    for part in type.parts:
        act = steps.find(type, f"part-{part.name}")
        body = builders.filled(act.build(None, record, by), found.word(type, part.name), found.now)
        form = act.build(posted(body), record, by)
        assert form.is_valid(), (type.slug, part.name, form.errors)
        act.do(record=record, by=by, values=form.cleaned_data, now=found.now)


def _beside(type, record, by, found: Household) -> None:
    """Words added where that is possible, and a manager who asks for more."""
    act = steps.find(type, "amend")
    if act and act.when(record):
        asked = act.build(None, record, by).fields["field"].choices[0][0]
        values = {"words": found.word(type, "added"), "reason": found.word(type, "why")}
        act.do(record=record, by=by, values=values | {"field": asked}, now=found.now)
    asked = steps.find(type, "return")
    asked.do(record=record, by=by, values={"words": found.word(type, "asked")}, now=found.now)


def _files(type, record, by, found: Household) -> list[Attachment]:
    name = found.word(type, "file")
    sent = (SimpleUploadedFile(f"{name}.txt", f"{name} inside".encode()),
            SimpleUploadedFile(f"{name}.jpg", picture()))  # fmt: skip
    draft, loose = uuid7(), uuid7()
    for file in sent:
        add_upload(draft=draft, file=file, name=file.name, by=by, now=found.now)
        file.seek(0)
        found.uploads.append(
            add_upload(draft=loose, file=file, name=file.name, by=by, now=found.now)
        )
    return take_from_draft(draft=draft, record=record, by=by, now=found.now)


def _draft(type, subject, by, found: Household) -> Draft | None:
    body = builders.posted_for(
        type, subject=subject, user=by, canary=found.word(type, "draft"), now=found.now
    )
    place = places.Place(type, subject)
    kept, _ = drafts.keep(
        token=uuid7(), at=place, body=body, rev=0, page=uuid7(), by=by, now=found.now
    )
    return kept


def _through(found: Household, make, cast) -> None:
    """A record that went the whole way: the shift lead writes, the manager does what she may not
    do herself. Round twice, for a moment may wait for a step."""
    type = make.type
    if not (type.moments or type.steps):
        return
    canary = found.word(type, "done")
    writer = cast.tess if access.has(cast.tess, type.model.write) else cast.rosa
    record = _open(make, writer, canary)
    for act in steps.of(type)[: len(type.moments) + len(type.steps)] * 2:
        record.refresh_from_db()
        if act.when(record) and (type.slug, act.key) != LEAVES:
            _do(act, record, cast.rosa if _not_hers(type, act) else writer, canary, make.now)
    record.refresh_from_db()
    found.through[type.slug] = record


def _not_hers(type, act) -> bool:
    moment = next((m for m in type.moments if m.key == act.key), None)
    others = bool(moment and moment.not_by) or bool(act.refuse)
    return others or not role("lead").grants >= {act.permission}


def _do(act, record, by, canary: str, now) -> None:
    values = {}
    if act.build:
        body = builders.filled(act.build(None, record, by), canary, now)
        form = act.build(posted(body), record, by)
        if not form.is_valid():  # asks for what is not there: nobody to send a report to
            return
        values = form.cleaned_data
    # Not every act fits every record: what has happened is not called off.
    with suppress(ValidationError):
        act.do(record=record, by=by, values=values, now=now)
