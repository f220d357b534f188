"""Wake-ups only: the rows say what is due."""

import logging

from celery import shared_task
from django.utils import timezone

from placements.fit.watching import watch
from placements.referral.forgetting import forget

logger = logging.getLogger(__name__)


@shared_task(name="placements.forget")
def forget_words() -> None:
    if count := forget(timezone.now()):
        logger.info("Words of referrals deleted: %s", count)


@shared_task(name="placements.watch_register")
def watch_register() -> None:
    watch(timezone.now())
