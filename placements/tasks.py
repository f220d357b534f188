"""Wake-ups only: the rows say what is due."""

import logging

from celery import shared_task
from django.utils import timezone

from cura.core.notices import tasks as notices
from placements.fit.watching import watch
from placements.papers import chasing
from placements.referral.forgetting import forget

logger = logging.getLogger(__name__)


@shared_task(name="placements.forget")
def forget_words() -> None:
    if count := forget(timezone.now()):
        logger.info("Words of referrals deleted: %s", count)


@shared_task(name="placements.watch_register")
def watch_register() -> None:
    watch(timezone.now())


@shared_task(name="placements.chase_papers")
def chase_papers() -> None:
    if chasing.chase_due(timezone.now()):
        notices.wake(notices.mail)
