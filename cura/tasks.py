"""The roof's own task: a sign of life that went all the way through beat, broker and worker."""

from celery import shared_task
from celery.signals import worker_ready

from cura.health import beat_heart


@shared_task(name="cura.heartbeat")
def heartbeat() -> None:
    beat_heart()


@worker_ready.connect
def first_heartbeat(**_: object) -> None:
    """Beat waits a minute before its first message; /health/ need not."""
    beat_heart()
