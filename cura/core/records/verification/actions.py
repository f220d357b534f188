"""Ask for a check, and run those that wait. A claim is a conditional UPDATE, so two workers never
run the same one; a worker that died is followed by another after STALE."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from cura.core.accounts import access
from cura.core.audit import log
from cura.core.audit import verify as chains
from cura.core.permissions import Permission as P
from cura.core.records import guards, verify
from cura.core.records.verification.models import Verification

STALE = timedelta(minutes=5)
MOST = 200


@transaction.atomic
def ask(*, home, by, now) -> Verification:
    """Put one in the queue; the one that is waiting or running already is enough."""
    access.require(by, P.AUDIT_READ, home)
    row, made = Verification.objects.get_or_create(
        home=home, finished_at=None, defaults={"asked_by": by, "asked_at": now}
    )
    if not made:  # two who ask at once: the constraint lets one through, the other finds it
        return row
    log.wrote(home, "log.check-asked", by=by, now=now)
    return row


def run_waiting(*, clock: Callable[[], datetime]) -> int:
    """1 look for one that nobody works on; 2 claim it; 3 check; 4 write what was found.
    `clock` tells the time now: the work lasts, and each step says when it was alive."""
    done = 0
    while row := _claim(clock()):
        _run(row, clock)
        done += 1
    return done


def _claim(now) -> Verification | None:
    free = Q(alive_at=None) | Q(alive_at__lt=now - STALE)
    for row in Verification.objects.filter(free, finished_at=None).order_by("asked_at"):
        same = Verification.objects.filter(free, pk=row.pk, finished_at=None)
        if same.update(alive_at=now, step=0):
            return row
    return None


def _run(row: Verification, clock: Callable[[], datetime]) -> None:
    parts = [("the log", lambda: chains.chains(row.home_id)), *verify.parts(row.home_id)]
    rows = Verification.objects.filter(pk=row.pk)
    rows.update(steps=len(parts) + 1)
    found = []
    if gone := guards.missing():
        found.append(["the guards", f"{len(gone)} are missing: run `manage.py migrate`"])
    for number, (_, check) in enumerate(parts, start=1):
        found += [[finding.where, finding.what] for finding in check()]
        rows.update(step=number, alive_at=clock())
    rows.update(step=len(parts) + 1, finished_at=clock(), findings=found[:MOST], found=len(found))
