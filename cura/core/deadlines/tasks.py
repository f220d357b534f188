"""Wake-ups only: the rows say what is due."""

from celery import shared_task
from django.utils import timezone

from cura.core.deadlines import engine, ticking

WAKE: list = []  # called once alerts have been written: the notices hand over their own wake-up


@shared_task(name="deadlines.tick")
def tick() -> None:
    if ticking.tick(timezone.now()):
        for wake in WAKE:
            wake()


@shared_task(name="deadlines.resync")
def resync() -> None:
    """Each night: a bank holiday that was announced, a law that begins."""
    engine.resync(timezone.now())
