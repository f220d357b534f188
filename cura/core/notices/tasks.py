"""Wake-ups only: rows say what is to be told and sent."""

import logging

from celery import shared_task
from django.utils import timezone
from kombu.exceptions import OperationalError

from cura.core.notices import delivering, posting, sending

EXPIRES = 50  # seconds: the beat asks again each minute
logger = logging.getLogger(__name__)


@shared_task(name="notices.deliver")
def deliver() -> None:
    if delivering.deliver(timezone.now()):
        wake(mail)


@shared_task(name="notices.mail")
def mail() -> None:
    now = timezone.now()
    posting.make_digests(now)
    sending.send_due(now)


def wake(task) -> None:
    """At once instead of within the minute. Without a broker the next beat does it."""
    try:
        task.apply_async(expires=EXPIRES, retry=False)
    except OperationalError as trouble:
        logger.warning("Nobody could be woken: %s", trouble)
