"""A mail that was dragged in or pasted: its words, who sent it, when, and what hangs on it."""

from dataclasses import dataclass, field
from datetime import datetime

from cura.core.attachments import mail_file
from cura.core.attachments.accepted import Refused

MOST_WORDS = 60_000


@dataclass
class Letter:
    """What came. `files`: (name, bytes), not looked at yet."""

    text: str
    from_name: str = ""
    from_email: str = ""
    at: datetime | None = None
    files: list[tuple[str, bytes]] = field(default_factory=list)


class Unreadable(ValueError):
    """The file is no mail that we can read; the message is for the person who chose it."""


def from_file(data: bytes) -> Letter:
    """A mail file (.eml). Raises Unreadable."""
    if not mail_file.has_heads(data):
        raise Unreadable("This is not a mail file. Copy the words of the mail into the box.")
    try:
        mail = mail_file.read(data)
    except Refused as refused:
        raise Unreadable(f"{refused} Or copy the words of the mail into the box.")
    said = f"{mail.subject}\n\n{mail.text.strip()}".strip()
    return Letter(said[:MOST_WORDS], mail.from_name, mail.from_email, mail.sent_at, mail.files)
