"""A mail as it was saved from a mailbox (.eml): who sent it, when, its words and its files.

A stranger chose the bytes: sizes, depth and the number of parts are looked at before it is read,
and what comes out goes through the same gate as every file (`attachments.content`).
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from cura.core.attachments.accepted import Refused
from cura.lib.plain import plain

MOST_PARTS = 60
MOST_FILES = 20
MOST_TEXT = 100_000  # characters
DEEPEST = 12
BOUNDARY = re.compile(rb"boundary\s*=", re.IGNORECASE)
HEADER = re.compile(rb"^(from|to|subject|date|received|message-id|mime-version):", re.I | re.M)
TOO_MUCH = "This mail has too many parts. Save its files one by one and add them."
DAMAGED = "This mail could not be read. Save its files one by one and add them."


@dataclass(frozen=True)
class Mail:
    """`sent_at` is None when the mail does not say it, or says nonsense."""

    sender: str
    from_name: str
    from_email: str
    subject: str
    sent_at: datetime | None
    text: str
    files: list[tuple[str, bytes]]


def is_mail(name: str, data: bytes) -> bool:
    """By its name, and by heads such as a mail has: not by a name alone."""
    return name.lower().endswith(".eml") and has_heads(data)


def has_heads(data: bytes) -> bool:
    return len(HEADER.findall(data[:20_000])) >= 2


def read(data: bytes) -> Mail:
    """Raises Refused, and nothing else."""
    if len(BOUNDARY.findall(data)) > DEEPEST * 2:
        raise Refused(TOO_MUCH)
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        return _read(message)
    except Refused:
        raise
    except Exception:
        # The parser raises a dozen kinds for a mail that somebody has bent, RecursionError too.
        raise Refused(DAMAGED)


def _read(message: EmailMessage) -> Mail:
    parts = _parts(message)
    body = message.get_body(preferencelist=("plain", "html"))
    files = [_file(part, number) for number, part in enumerate(parts) if _is_file(part, body)]
    if len(files) > MOST_FILES:
        raise Refused(TOO_MUCH)
    sender = _line(message["from"])[:160]
    name, address = parseaddr(sender)
    return Mail(
        sender=sender,
        from_name=name,
        from_email=address,
        subject=_line(message["subject"])[:200],
        sent_at=_sent(message),
        text=_text(body)[:MOST_TEXT] if body else "",
        files=[(name, content) for name, content in files if content],
    )


def _parts(message: EmailMessage) -> list[EmailMessage]:
    """Those that hold something. A mail within a mail is opened like a folder."""
    found: list[EmailMessage] = []
    waiting: list[tuple[EmailMessage, int]] = [(message, 0)]
    while waiting:
        part, depth = waiting.pop()
        if depth > DEEPEST or len(found) + len(waiting) > MOST_PARTS:
            raise Refused(TOO_MUCH)
        if part.is_multipart():
            waiting += [(inner, depth + 1) for inner in reversed(part.get_payload())]
        else:
            found.append(part)
    return found


def _is_file(part: EmailMessage, body) -> bool:
    """A picture in the signature is no paper; what has a name or says so is."""
    if part is body or part.get_content_maintype() == "multipart":
        return False
    if part.get_content_disposition() == "attachment":
        return True
    return bool(part.get_filename()) and part.get_content_disposition() != "inline"


def _file(part: EmailMessage, number: int) -> tuple[str, bytes]:
    name = _line(part.get_filename()) or f"file {number + 1}"
    return name[-120:], part.get_payload(decode=True) or b""


def _text(body: EmailMessage) -> str:
    text = body.get_content()
    return plain(text) if body.get_content_subtype() == "html" else text


def _sent(message: EmailMessage) -> datetime | None:
    found = getattr(message["date"], "datetime", None)
    if found is None:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def _line(value) -> str:
    return " ".join(str(value or "").split())
