"""Wake-ups only: the rows say what is due."""

from celery import shared_task
from django.utils import timezone

from cura.core.attachments.sweeping import sweep
from cura.core.records.bundles import running
from cura.core.records.drafts import care
from cura.core.records.verification import actions as verification


@shared_task(name="records.care_for_drafts")
def care_for_drafts() -> None:
    now = timezone.now()
    care.warn(now)
    care.purge(now)
    sweep()


@shared_task(name="records.before_the_end")
def before_the_end() -> None:
    care.tell_before_the_end(timezone.now())


@shared_task(name="records.verify_waiting")
def verify_waiting() -> None:
    verification.run_waiting(clock=timezone.now)


@shared_task(name="records.make_bundles")
def make_bundles() -> None:
    running.run_waiting(clock=timezone.now)
