"""The only readers and writers of drafts: words that somebody is typing and that are no record yet.

A page sends its words about once a second. Nothing here judges them, and nothing typed is lost: a
text that was written on top of an older one is kept beside it until somebody has looked at both.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts.people import User
from cura.core.attachments.actions import remove_uploads
from cura.core.audit import log
from cura.core.records import registry
from cura.core.records.actions import open_for_change
from cura.core.records.draft import Draft
from cura.core.records.draft_key import key_for
from cura.core.records.present import sentence
from cura.core.records.types import RecordType
from cura.lib import london

# Asked by the page, not typed by anybody: what the words belong to.
KIND, SUBJECT, RECORD = "draft-kind", "draft-subject", "draft-record"


@dataclass(frozen=True)
class Place:
    """What the words belong to: a kind, the child or home, and the record that is being changed."""

    type: RecordType
    subject: models.Model
    record: models.Model | None = None

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


def place(user: User, *, kind: str, subject: str, record: str = "") -> Place | None:
    """The place that a page names, if she may write there now. None for everything else."""
    type = registry.find(kind)
    if type is None:
        return None
    if record:
        rows = type.model.objects.visible_to(user, type.model.write)
        found = rows.filter(pk=_uuid(record)).first()
        return found and Place(type, found.subject, found)
    visible = registry.scope(type.scope).visible(user, type.model.write)
    found = visible.filter(pk=_uuid(subject)).first()
    return found and Place(type, found)


def place_of(user: User, draft: Draft) -> Place | None:
    return places(user, [draft]).get(draft.pk)


def places(user: User, rows: Iterable[Draft]) -> dict[UUID, Place]:
    """Draft to place, for those whose place she may write in now. Two queries for each kind."""
    by_kind = defaultdict(list)
    for draft in rows:
        by_kind[draft.label].append(draft)
    types = {label: type for label in by_kind if (type := registry.find(label))}
    return {
        key: at for label, type in types.items() for key, at in _places(user, type, by_kind[label])
    }


def _places(user: User, type: RecordType, rows: list[Draft]) -> Iterator[tuple[UUID, Place]]:
    records = type.model.objects.visible_to(user, type.model.write).select_related(*type.preload)
    records = records.in_bulk({d.record_id for d in rows if d.record_id})
    subjects = registry.scope(type.scope).visible(user, type.model.write)
    subjects = subjects.in_bulk({d.subject_id for d in rows if not d.record_id})
    for draft in rows:
        if record := records.get(draft.record_id):
            yield draft.pk, Place(type, record.subject, record)
        elif subject := not draft.record_id and subjects.get(draft.subject_id):
            yield draft.pk, Place(type, subject)


def mine(user: User, id_text: str | None, at: Place) -> Draft | None:
    """Her own unfinished draft of just this place, by its address."""
    return _begun_at(user, at).filter(pk=_uuid(id_text)).first()


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


class Outcome(StrEnum):
    """What became of words that a page sent."""

    KEPT = "kept"
    DIFFERS = "differs"  # another page wrote meanwhile: both texts are kept
    FINISHED = "finished"  # they are a record already


@transaction.atomic
def keep(
    *, token: UUID, at: Place, body: dict[str, list[str]], rev: int, page: UUID, by, now: datetime
) -> tuple[Draft, Outcome] | None:
    """Keep what a page has so far. None when the draft is somebody else's.

    `rev` is the text that the page started from. The page that wrote last is never told that it
    clashes with itself: its answer may have been lost on the way.
    """
    draft = _held(token)
    if draft is None:
        try:
            with transaction.atomic():
                return _begin(token, at, body, page, by, now), Outcome.KEPT
        except IntegrityError:
            draft = _held(token)  # the first two messages of a page came at once
    if (draft.user_id, draft.label, draft.subject_id) != (by.pk, at.type.label, at.subject.pk):
        return None
    if draft.finished_at:
        return draft, Outcome.FINISHED
    if rev != draft.rev and page != draft.page and body != draft.body:
        draft.others[str(page)] = {"at": now.isoformat(), "body": body}
        draft.save(update_fields=("others",))
        return draft, Outcome.DIFFERS
    _write(draft, body, page, now)
    return draft, Outcome.KEPT


def _held(token: UUID) -> Draft | None:
    return Draft.objects.select_for_update().filter(pk=token).first()


def _begin(token: UUID, at: Place, body: dict, page: UUID, by, now: datetime) -> Draft:
    """The log says that a draft was begun, never what is in it."""
    held = at.type.model.under(at.subject)
    draft = Draft(
        id=token, user=by, label=at.type.label, subject_id=at.subject.pk,
        record_id=at.record and at.record.pk, home_id=held["home"].pk,
        child_id=held["child"].pk if "child" in held else None, title=at.title, created_at=now,
    )  # fmt: skip
    _write(draft, body, page, now)
    _wrote(draft, "draft.begun", by, now)
    return draft


def _write(draft: Draft, body: dict, page: UUID | None, now: datetime) -> None:
    draft.others.pop(str(page), None)
    draft.body, draft.page, draft.rev = body, page, draft.rev + 1
    draft.version = _version(body)
    draft.updated_at, draft.warned = now, 0
    draft.save()


def _version(body: dict) -> int | None:
    """The version of the record that the page had shown, as it was posted."""
    (text,) = body.get("version", [""])[:1] or [""]
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


@transaction.atomic
def settle(*, draft: Draft, body: dict, page: str, by, now: datetime) -> Draft:
    """Somebody has looked at both texts and says what holds; the other one is let go."""
    held = Draft.objects.select_for_update().get(pk=draft.pk, user=by)
    held.others.pop(page, None)
    _write(held, body, None, now)
    return held


@transaction.atomic
def finish(user: User, token: UUID, record: models.Model | None = None, now=None) -> None:
    """The words are a record now. The row is emptied and stays as a mark for late copies."""
    if record is None:
        Draft.objects.filter(pk=token, user=user).delete()
        return
    now = now or timezone.now()
    where = {
        "label": record._meta.label_lower,
        "subject_id": record.subject.pk,
        "record_id": record.pk,
        "home_id": record.home_id,
        "child_id": getattr(record, "child_id", None),
    }
    emptied = {"body": {}, "others": {}, "title": "", "updated_at": now, "finished_at": now}
    if not Draft.objects.filter(pk=token, user=user).update(**where, **emptied):
        if not Draft.objects.filter(pk=token).exists():
            Draft.objects.create(id=token, user=user, created_at=now, **where, **emptied)


@transaction.atomic
def throw_away(*, draft: Draft, by, now: datetime, why: str = "draft.thrown_away") -> None:
    """Let the words and their files go. The log keeps that they were there."""
    remove_uploads(draft=draft.pk, owner=draft.user)
    _wrote(draft, why, by, now)
    draft.delete()


def _wrote(draft: Draft, action: str, by, now: datetime) -> None:
    # Not `log.wrote`: a draft is nothing to search, and no clock starts with it.
    log.append(
        chain=log.chain_of(draft.home_id), actor=by, action=action, now=now, **log.target(draft)
    )


def _uuid(text) -> UUID | None:
    try:
        return UUID(str(text))
    except ValueError:
        return None
