"""The only writers of files: sent to a draft, taken out again, kept with the record.

The bytes are written before the row, outside the transaction: a row never names what is not there.
"""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.module_loading import import_string

from cura.core.accounts import soft
from cura.core.accounts.people import User
from cura.core.attachments import store
from cura.core.attachments.accepted import Accepted, Limits, Refused
from cura.core.attachments.attachment import Attachment, Upload
from cura.core.attachments.content import accept
from cura.core.audit import log

FACTS = (
    "name", "mime", "size", "sha256", "width", "height", "thumb_sha256", "uploaded_by_id", "at",
)  # fmt: skip
MOST_IN_DRAFT = 20  # of a draft, whatever its kind of record allows


def add_upload(*, draft: UUID, file, name: str, by, now: datetime, most=MOST_IN_DRAFT) -> Upload:
    """Keep a file that was sent for a draft. `file` has `size` and `read()`.

    The same file sent twice is one. Raises ValidationError with the reason in words.
    """
    _room(draft, by, most)
    try:
        accepted = accept(name, _bytes(file), _limits(), _scanner())
    except Refused as refused:
        raise ValidationError(f"{name[:60]}: {refused}", code="refused")
    facts = _stored(accepted)
    with transaction.atomic():
        held = _uploads(draft, by).select_for_update()
        if same := held.filter(sha256=facts["sha256"]).first():
            return same
        _room(draft, by, most)
        upload = Upload.objects.create(draft=draft, uploaded_by=by, at=now, **facts)
    _stored(accepted)  # once more: the same bytes, left by somebody else, may have been swept away
    return upload


def kept(*, file, name: str, side: int) -> dict:
    """Keep a picture for a `File` row of another room (a face, a map): what the row says of it.

    `side`: of what is kept, the longer one, in pixels. Raises ValidationError with the reason.
    """
    try:
        accepted = accept(name, _bytes(file), replace(_limits(), side=side), _scanner())
    except Refused as refused:
        raise ValidationError(str(refused), code="refused")
    if not accepted.thumb:
        raise ValidationError("Choose a photo: JPEG, PNG, WebP or HEIC.", code="refused")
    return _stored(accepted)


def _room(draft: UUID, by, most: int) -> None:
    if _uploads(draft, by).count() >= most:
        raise ValidationError(f"At most {most} files go with this.", code="many")


def _bytes(file) -> bytes:
    """Not read at all when it is too large: the sender says the size, and we count as well."""
    most = settings.ATTACHMENT_MAX_BYTES
    if file.size > most:
        raise Refused(f"The file is too large. At most {most // 1024 // 1024} MB.")
    return file.read(most + 1)


def _limits() -> Limits:
    return Limits(bytes=settings.ATTACHMENT_MAX_BYTES)


def _scanner():
    return import_string(settings.ATTACHMENT_SCANNER) if settings.ATTACHMENT_SCANNER else None


def _stored(accepted: Accepted) -> dict:
    """Put the bytes in the store, and say what the row says of them."""
    return {
        "name": accepted.name,
        "mime": accepted.mime,
        "size": len(accepted.data),
        "sha256": store.put(accepted.data),
        "width": accepted.width,
        "height": accepted.height,
        "thumb_sha256": store.put(accepted.thumb) if accepted.thumb else "",
    }


def _uploads(draft: UUID, owner: User):
    return Upload.objects.filter(draft=draft, uploaded_by=owner)


@transaction.atomic
def remove_upload(*, upload: Upload, by) -> None:
    """Take a file out of her own draft."""
    _uploads(upload.draft, by).filter(pk=upload.pk).delete()


@transaction.atomic
def remove_uploads(*, draft: UUID, owner: User) -> int:
    """All files of a draft, when it goes."""
    return _uploads(draft, owner).delete()[0]


@transaction.atomic
def take_from_draft(
    *, draft: UUID, record, by, now: datetime, sent_by: str = ""
) -> list[Attachment]:
    """What was sent for a draft stays with the record from now on. A second call finds nothing.
    With a record whose words go after a while, it goes as well: until somebody says it `stays`.
    `sent_by` is who sent it, for the log, when that is nobody of ours (the holder of a link)."""
    taken, stays = [], None if getattr(record, "short_lived", ()) else now
    for upload in _uploads(draft, by).select_for_update():
        facts = {name: getattr(upload, name) for name in FACTS}
        taken.append(_attached(upload.pk, record, stays, facts))
        upload.delete()
    for file in taken:
        log.wrote(record, "file.added", by=sent_by or by, now=now, file=_said(file))
    return taken


def _attached(pk: UUID, record, stays: datetime | None, facts: dict) -> Attachment:
    return Attachment.objects.create(id=pk, stays_at=stays, **facts, **soft.of(record))


@transaction.atomic
def stay(*, record, now: datetime) -> int:
    """The files of a record stay from now on: whom they are about lives here. Returns how many."""
    return Attachment.objects.filter(object_id=record.pk, stays_at=None).update(stays_at=now)


@transaction.atomic
def let_go(*, record) -> int:
    """The files of a record whose words go. The bytes are swept away soon after (`sweeping`)."""
    return Attachment.objects.filter(object_id=record.pk, stays_at=None).delete()[0]


def _said(file: Attachment) -> dict:
    """What the log keeps of a file: enough to prove it, for the hash is in the chain."""
    return {
        "id": str(file.pk),
        "name": file.entered_as_name,
        "size": file.size,
        "sha256": file.sha256,
    }
