"""A mail that was dragged in: its words, who sent it, when, and what hangs on it."""

from dataclasses import dataclass, field
from datetime import datetime
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from html.parser import HTMLParser

MOST_WORDS = 60_000
QUIET = {"script", "style", "head", "title"}
BREAKS = {"p", "br", "div", "tr", "li", "h1", "h2", "h3", "table"}


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
    try:
        mail = message_from_bytes(data, policy=policy.default)
        if not (mail["from"] or mail["subject"]):
            raise Unreadable("This is not a mail file. Copy the words of the mail into the box.")
        name, address = parseaddr(str(mail["from"] or ""))
        said = f"{mail['subject'] or ''}\n\n{_words(mail)}".strip()
        return Letter(said[:MOST_WORDS], name, address, _sent(mail), _files(mail))
    except (MessageError, LookupError, UnicodeError, AttributeError):
        raise Unreadable("This mail cannot be read. Copy its words into the box.")


def _words(mail: EmailMessage) -> str:
    body = mail.get_body(preferencelist=("plain", "html"))
    if body is None:
        return ""
    text = body.get_content()
    return plain(text) if body.get_content_subtype() == "html" else text


def _sent(mail: EmailMessage) -> datetime | None:
    try:
        at = parsedate_to_datetime(str(mail["date"]))
    except (TypeError, ValueError):
        return None
    return at if at.tzinfo else None


def _files(mail: EmailMessage) -> list[tuple[str, bytes]]:
    found = []
    for part in mail.iter_attachments():
        data = part.get_payload(decode=True)
        if data and part.get_filename():
            found.append((part.get_filename(), data))
    return found


def plain(html: str) -> str:
    """The words of a page, without its looks."""
    reader = _Words()
    reader.feed(html)
    lines = (" ".join(line.split()) for line in "".join(reader.said).splitlines())
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.quiet = 0

    def handle_starttag(self, tag, attrs):
        self.quiet += tag in QUIET
        if tag in BREAKS:
            self.said.append("\n")

    def handle_endtag(self, tag):
        self.quiet -= tag in QUIET and self.quiet > 0

    def handle_data(self, data):
        if not self.quiet:
            self.said.append(data)
