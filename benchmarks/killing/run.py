"""Kill workers with kill -9 in the middle of batches of reminders, and count."""

import random
import time
from datetime import timedelta

from django.utils import timezone

from benchmarks.killing import count
from benchmarks.killing.home import Household
from benchmarks.killing.workers import Workers
from cura.core.notices.mail import Mail

BATCH = 40
PATIENCE_SECONDS = 90


class NothingHappens(Exception):
    """The workers came to a standstill: see workers.log in their data folder."""


def kill(workers: Workers, house: Household, kills: int, wipes: int = 1, batch: int = BATCH):
    """So many kills, each while there is work and work goes on; in between the broker is emptied.
    Then the rest is done in peace."""
    wiped = {round(kills * (n + 1) / (wipes + 1)) for n in range(wipes)}
    for number in range(1, kills + 1):
        if count.to_tell(timezone.now()) < batch:
            house.add(batch, timezone.now())
        _until_more_is_done()
        time.sleep(random.random() / 5)
        workers.kill()
        if number in wiped:
            workers.wipe()
    _finish()


def _until_more_is_done() -> None:
    before, end = count.done(), time.monotonic() + PATIENCE_SECONDS
    while count.done() <= before:
        if time.monotonic() > end:
            raise NothingHappens
        time.sleep(0.02)


def _finish() -> None:
    """Until nothing is left. A mail whose worker died is due after its gap: the gap is cut."""
    end = time.monotonic() + PATIENCE_SECONDS
    while count.to_do(now := timezone.now()):
        if time.monotonic() > end:
            raise NothingHappens
        Mail.objects.waiting().filter(next_at__gt=now + timedelta(minutes=1)).update(next_at=now)
        time.sleep(0.3)
