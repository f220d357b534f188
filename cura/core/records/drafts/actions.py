"""The only writers of drafts: words that somebody is typing and that are no record yet.

A page sends its words about once a second. Nothing here judges them, and nothing typed is lost: a
text that was written on top of an older one is kept beside it until somebody has looked at both.
"""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db import IntegrityError, models, transaction

from cura.core.accounts.people import User
from cura.core.attachments.actions import remove_uploads
from cura.core.audit import log
from cura.core.records.drafts.models import Draft
from cura.core.records.drafts.places import Place


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
def finish(*, token: UUID, record: models.Model | None, by: User, now: datetime) -> None:
    """The words are a record now. The row is emptied and stays as a mark for late copies."""
    if record is None:
        Draft.objects.filter(pk=token, user=by).delete()
        return
    where = {
        "label": record._meta.label_lower,
        "subject_id": record.subject.pk,
        "record_id": record.pk,
        "home_id": record.home_id,
        "child_id": getattr(record, "child_id", None),
    }
    emptied = {"body": {}, "others": {}, "title": "", "updated_at": now, "finished_at": now}
    if not Draft.objects.filter(pk=token, user=by).update(**where, **emptied):
        if not Draft.objects.filter(pk=token).exists():
            Draft.objects.create(id=token, user=by, created_at=now, **where, **emptied)


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
