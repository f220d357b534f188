"""Send a link by mail. Anybody may read a mail: it names no child and says nothing of one."""

from functools import partial

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string

from cura.core.links import purpose as purposes
from cura.core.links.link import Link
from cura.lib import london


def send(*, link: Link, url: str) -> None:
    """After the commit, so that nobody is sent what was not kept. `link` and `url` come from
    `actions.make`. The mail server's refusal is raised there: the caller's page says so."""
    purpose = purposes.find(link.purpose)
    context = {
        "to": link.to_name,
        "by": link.made_by.name,
        "title": purpose.title,
        "url": url,
        "until": london.words(link.expires_at),
        "once": purpose.once,
    }
    message = EmailMessage(
        subject=" ".join(purpose.title.split()),  # no line break may begin a header of its own
        body=render_to_string("links/mail.txt", context),
        to=[link.to_email],
    )
    transaction.on_commit(partial(message.send))
