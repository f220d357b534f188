"""Where words belong that are no record yet: the kind, the child or home, the record changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from cura.core.accounts import finishing
from cura.core.accounts.people import User
from cura.core.records import registry
from cura.core.records.actions import open_for_change
from cura.core.records.drafts import leaving
from cura.core.records.drafts.key import key_for
from cura.core.records.drafts.models import Draft
from cura.core.records.present import sentence
from cura.core.records.types import RecordType
from cura.lib import london, typed

# Asked by the page, not typed by anybody: what the words belong to.
KIND, SUBJECT, RECORD = "draft-kind", "draft-subject", "draft-record"


@dataclass(frozen=True)
class Place:
    """What the words belong to: a kind, the child or home, and the record that is being changed."""

    type: RecordType
    subject: models.Model
    record: models.Model | None = None
    until: datetime | None = None  # her pass has ended: so long she may finish it

    @property
    def title(self) -> str:
        return f"{sentence(self.type.one)}: {self.subject}"[:120]

    def url(self, draft: Draft) -> str:
        if self.record:
            address = reverse(self.type.url("edit"), args=[self.record.pk])
        else:
            address = reverse(self.type.url("new"), args=[self.subject.pk])
        replaces = (draft.body.get("replaces") or [""])[0]
        asked = {"draft": draft.pk} | ({"replaces": replaces} if replaces else {})
        return f"{address}?{urlencode(asked)}"

    @property
    def closed(self) -> bool:
        """Whether the record was signed or set aside meanwhile: the words can only be read."""
        try:
            if self.record:
                open_for_change(self.record, self.type)
        except ValidationError:
            return True
        return False


def place(
    user: User, *, kind: str, subject: str, record: str = "", token=None, now: datetime
) -> Place | None:
    """The place that a page names, if she may write there now, or may finish there what she began
    under `token`. None for everything else."""
    type = registry.find(kind)
    if type is None:
        return None
    if record:
        rows = type.model.objects.visible_to(user, type.model.write)
        found = rows.filter(pk=typed.key(record)).first()
        return found and Place(type, found.subject, found)
    visible = registry.scope(type.scope).visible(user, type.model.write)
    if found := visible.filter(pk=typed.key(subject)).first():
        return Place(type, found)
    begun = Draft.objects.unfinished().filter(user=user, pk=token, label=type.label).first()
    return place_of(user, begun, now) if begun else None


def place_of(user: User, draft: Draft, now: datetime) -> Place | None:
    return places(user, [draft], now).get(draft.pk)


def places(user: User, rows: Iterable[Draft], now: datetime) -> dict[UUID, Place]:
    """Draft to place, for those whose place she may write in now. Two queries for each kind."""
    by_kind = defaultdict(list)
    for draft in rows:
        by_kind[draft.label].append(draft)
    types = {label: type for label in by_kind if (type := registry.find(label))}
    return {
        key: at
        for label, type in types.items()
        for key, at in _places(user, type, by_kind[label], now)
    }


def _places(
    user: User, type: RecordType, rows: list[Draft], now: datetime
) -> Iterator[tuple[UUID, Place]]:
    records = type.model.objects.visible_to(user, type.model.write).select_related(*type.preload)
    records = records.in_bulk({d.record_id for d in rows if d.record_id})
    subjects = registry.scope(type.scope).visible(user, type.model.write)
    subjects = subjects.in_bulk({d.subject_id for d in rows if not d.record_id})
    yield from _to_finish(user, type, now, [d for d in rows if d.subject_id not in subjects])
    for draft in rows:
        if record := records.get(draft.record_id):
            yield draft.pk, Place(type, record.subject, record)
        elif subject := not draft.record_id and subjects.get(draft.subject_id):
            yield draft.pk, Place(type, subject)


def _to_finish(
    user: User, type: RecordType, now: datetime, rows: list[Draft]
) -> Iterator[tuple[UUID, Place]]:
    """Where her pass has ended lately: what she began before that."""
    held = leaving.held_for(user, type, rows, now)
    for draft in rows:
        if role := held.get(draft.pk):
            found = leaving.subjects(user, type, role, [draft.subject_id])
            if subject := found.get(draft.subject_id):
                yield draft.pk, Place(type, subject, until=finishing.until(role))


def mine(user: User, id_text: str | None, at: Place) -> Draft | None:
    """Her own unfinished draft of just this place, by its address."""
    return _begun_at(user, at).filter(pk=typed.key(id_text)).first()


def _begun_at(user: User, at: Place):
    place = {"subject_id": at.subject.pk, "record_id": at.record and at.record.pk}
    return Draft.objects.unfinished().filter(user=user, label=at.type.label, **place)


def shown(user, token: UUID, draft: Draft | None, at: Place, now: datetime) -> dict:
    """What the form tells static/js/draft.js, and what it says before anything is typed."""
    draft = draft or Draft.objects.unfinished().filter(pk=token, user=user).first()
    kept = f"Draft kept {london.short(draft.updated_at, now)}" if draft else ""
    return {
        "url": reverse("draft", args=[token]),
        "rev": draft.rev if draft else 0,
        "key": key_for(user),
        "who": user.pk,
        "kind": at.type.label,
        "subject": at.subject.pk,
        "record": at.record.pk if at.record else "",
        "saved_words": kept,
        "compare_url": reverse("draft-compare", args=[token]) if draft and draft.others else "",
        "earlier": None if draft else _earlier(user, at, now),
    }


def _earlier(user: User, at: Place, now: datetime) -> dict | None:
    """What she began in the same place and has not finished: offered, never put in unasked."""
    if (found := _begun_at(user, at).first()) is None:
        return None
    return {"url": at.url(found), "when": london.short(found.updated_at, now)}


def files_url(token: UUID) -> str:
    return reverse("draft-files", args=[token])
