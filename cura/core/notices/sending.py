"""Send what stands in the outbox. The mail server is asked outside every transaction.

A worker killed between the server's yes and our mark sends that mail again: once more with the
same Message-ID. Exactly once cannot be had by mail; in the inbox it can (`delivering.py`).
"""

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused

from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.db.models import F

from cura.core.notices import quiet
from cura.core.notices.actions import notify
from cura.core.notices.mail import Mail

# How long until the next try. The first is also how long a worker may take, or be dead.
GAPS = tuple(
    timedelta(minutes=minutes) for minutes in (5, 15, 60, 4 * 60, 12 * 60, 24 * 60, 24 * 60)
)
BATCH = 100
UNWANTED = "no longer wanted"
REFUSED = "Mail to your address does not arrive. Who looks after your account can put it right."
logger = logging.getLogger(__name__)


def send_due(now: datetime) -> int:
    """Send what is due, oldest first. Returns how many went.

    A server that does not answer ends the round: the rest is due still and comes with the next.
    """
    sent = 0
    with _server() as server:
        for mail in Mail.objects.due(now).select_related("user")[:BATCH]:
            if not _claim(mail, now):
                continue
            try:
                sent += _try(mail, server, now)
            except ValueError as trouble:  # an address that no server could be given
                _failed(mail, str(trouble), now)
            except (OSError, SMTPException) as trouble:
                _failed(mail, str(trouble), now)
                break
    return sent


class _server:
    """One connection for a round; the first mail opens it."""

    def __enter__(self):
        self.connection = get_connection()
        return self.connection

    def __exit__(self, *_):
        try:
            self.connection.close()
        except (OSError, SMTPException) as trouble:
            logger.warning("The mail server hung up: %s", trouble)


def _claim(mail: Mail, now: datetime) -> bool:
    """One worker has it until the gap is over: a conditional UPDATE. At night only the urgent."""
    if not mail.urgent and (night := quiet.night_of(mail.home_ids, now)):
        Mail.objects.due(now).filter(pk=mail.pk).update(next_at=night[1])
        return False
    if mail.tries >= len(GAPS):  # each worker that had it died
        return _end(mail, mail.trouble, now)
    mine = Mail.objects.due(now).filter(pk=mail.pk, tries=mail.tries)
    gap = GAPS[min(mail.tries, len(GAPS) - 1)]
    return bool(mine.update(tries=F("tries") + 1, next_at=now + gap))


def _try(mail: Mail, server, now: datetime) -> bool:
    """1 is it wanted still; 2 send; 3 mark. Raises when the server does not do its work."""
    if not mail.address:
        return _end(mail, UNWANTED, now)
    message = EmailMessage(
        subject=mail.subject, body=mail.body, to=[mail.address], connection=server,
        headers={"Message-ID": mail.message_id, "Auto-Submitted": "auto-generated"},
    )  # fmt: skip
    server.open()
    try:
        message.send()
    except SMTPRecipientsRefused as refused:
        return _refused(mail, refused, now)
    Mail.objects.waiting().filter(pk=mail.pk).update(sent_at=now, trouble="", **_gone(mail))
    return True


def _gone(mail: Mail) -> dict:
    """The columns of a mail that has gone: a link in the words of one without an account is a key,
    and no key is kept."""
    return {"body": ""} if mail.user_id is None else {}


def _refused(mail: Mail, refused: SMTPRecipientsRefused, now: datetime) -> bool:
    """This address, not the server: 4xx may pass, 5xx is for good, and she hears of it here."""
    code, words = next(iter(refused.recipients.values()), (550, b""))
    trouble = f"{code} {words.decode(errors='replace') if isinstance(words, bytes) else words}"
    if code < 500:
        _failed(mail, trouble, now)
    else:
        _end(mail, trouble, now)
        if mail.user is None:  # whoever wrote to her sees it where it was written
            return False
        notify(user=mail.user, text=REFUSED, url="/me/", key=f"mail {mail.user.email}", now=now)
    return False


def _failed(mail: Mail, trouble: str, now: datetime) -> None:
    """It is tried again by itself; after the last gap it is given up, and the log says so."""
    logger.warning("A mail was not taken: %s", trouble)
    if mail.tries + 1 >= len(GAPS):
        _end(mail, trouble, now)
    else:
        Mail.objects.filter(pk=mail.pk).update(trouble=trouble[:200])


@transaction.atomic
def _end(mail: Mail, trouble: str, now: datetime) -> bool:
    waiting = Mail.objects.waiting().filter(pk=mail.pk)
    waiting.update(ended_at=now, trouble=trouble[:200], **_gone(mail))
    return False
