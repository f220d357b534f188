"""The words with which we ask. Anybody may read a mail: it names no child, and no paper of hers
that says something about her; the list stands behind the link."""

from datetime import datetime

from django.template.loader import render_to_string

from cura.core.accounts.home import Home
from cura.core.links.link import Link
from cura.core.notices import posting
from cura.lib import london
from cura.lib.words import first_name, plural
from placements.papers.ladder import Asked

SUBJECT = "Papers we are waiting for"


def post(*, to: Asked, home: Home, link: Link, url: str, count: int, asks: int, now: datetime):
    """Into the outbox, in the caller's transaction; it goes within the minute."""
    context = {
        "to": first_name(to.name),
        "home": home,
        "count": plural(count, "paper"),
        "asked": asks,
        "again": asks > 1,
        "one": count == 1,
        "url": url,
        "until": london.day_words(london.local_date(link.expires_at)),
        "by": link.made_by.name,
    }
    body = render_to_string("placements/papers/mail.txt", context)
    again = "Asked again: " if asks > 1 else ""
    return posting.write_to(
        address=to.email, key=f"papers {link.pk}", subject=f"{again}{SUBJECT}, {home.name}",
        body=body, now=now,
    )  # fmt: skip
