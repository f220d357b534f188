"""Wake-ups only: the rows say what is to be asked for again."""

from celery import shared_task
from django.utils import timezone

from cura.core.notices import tasks as notices
from placements.papers import chasing


@shared_task(name="placements.chase_papers")
def chase_papers() -> None:
    if chasing.chase_due(timezone.now()):
        notices.wake(notices.mail)
