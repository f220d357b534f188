"""Files on their way to a paper: looked at, rewritten, kept. A mail is opened, its files taken."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from cura.core.attachments import actions as attachments
from cura.core.attachments import mail_file
from cura.core.attachments.accepted import Refused
from cura.lib import london
from cura.lib.uuid7 import uuid7

MOST = 20


@dataclass
class Dropped:
    """What was chosen for one paper: kept under `draft`, and what was refused, in words."""

    draft: UUID = field(default_factory=uuid7)
    kept: int = 0
    refused: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    sender: str = ""
    sent_at: datetime | None = None


def drop(files, *, by, now: datetime) -> Dropped:
    """Each file is kept or refused by itself. No transaction: bytes are written before rows."""
    found = Dropped()
    for file in files[: MOST + 1]:
        try:
            _one(found, file, by, now)
        except ValidationError as refused:
            found.refused += refused.messages
        except Refused as refused:
            found.refused.append(f"{file.name[:60]}: {refused}")
    return found


def _one(found: Dropped, file, by, now: datetime) -> None:
    mail = None
    if file.name.lower().endswith(".eml") and file.size <= settings.ATTACHMENT_MAX_BYTES:
        data = file.read()
        mail = mail_file.read(data) if mail_file.is_mail(file.name, data) else None
        file.seek(0)
    if mail is None:
        _keep(found, file, file.name, by, now)
        return
    found.sender = found.sender or mail.sender
    found.sent_at = found.sent_at or (
        mail.sent_at if mail.sent_at and mail.sent_at <= now else None
    )
    sent = f", sent {london.words(mail.sent_at)}" if mail.sent_at else ""
    found.words.append(f"Mail from {mail.sender or 'somebody'}{sent}: {mail.subject}")
    _mail(found, mail, by, now)


def _mail(found: Dropped, mail: mail_file.Mail, by, now: datetime) -> None:
    if mail.text.strip():
        head = f"{found.words[-1]}\n\n{mail.text}"
        _keep(found, ContentFile(head.encode()), "words of the mail.txt", by, now)
    for name, content in mail.files:
        try:
            _keep(found, ContentFile(content), name, by, now)
        except ValidationError as refused:
            found.refused += refused.messages


def _keep(found: Dropped, file, name: str, by, now: datetime) -> None:
    attachments.add_upload(draft=found.draft, file=file, name=name, by=by, now=now, most=MOST)
    found.kept += 1
