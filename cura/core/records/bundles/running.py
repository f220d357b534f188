"""Make the bundles that wait, a part at a time. Truth is the row; a message only wakes us up.

A worker claims a bundle by a conditional UPDATE and shows a sign of life with each part. When it
dies, another claims it after STALE and goes on behind the last part that stands. Before each part
the rights of her who asked are read anew.
"""

import logging
from collections.abc import Callable
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, F, Q

from cura.core.accounts.people import User
from cura.core.attachments import store
from cura.core.audit import log as audit
from cura.core.documents.render import CouldNotPrint
from cura.core.documents.types import Document, build
from cura.core.notices.actions import notify
from cura.core.records import printed, registry
from cura.core.records.bundles.issuing import address, issue
from cura.core.records.bundles.models import Bundle, BundlePart
from cura.core.records.bundles.order import Order
from cura.core.records.periods.period import Period
from cura.lib.uuid7 import uuid7

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]
STALE = timedelta(minutes=5)
MOST_TRIES = 5  # that brought not one part: it is the bundle, not the worker
RIGHTS_ENDED = "Your right to send these records out ended while it was being made."
NOTHING_LEFT = "There is nothing left that may go into it."
TRIED = "It could not be made: it was begun five times and did not get on."


class Stopped(Exception):
    """There will be no file. The message is for her who asked."""


class Lost(Exception):
    """Another worker has this bundle now."""


def run_waiting(*, clock: Clock) -> int:
    """One after the other, so that the worker's other thread is free for everything else.
    `clock` tells the time now: the work lasts, and each part says when it was alive."""
    done = 0
    while bundle := _claim(clock()):
        run(bundle, clock)
        done += 1
    return done


def _claim(now: datetime) -> Bundle | None:
    """1 look for the oldest that nobody works on, unless one is being worked on; 2 claim it by an
    UPDATE that says so again; 3 read it."""
    free = Q(alive_at=None) | Q(alive_at__lt=now - STALE)
    busy = Bundle.objects.filter(finished_at=None, alive_at__gte=now - STALE)
    waiting = Bundle.objects.filter(free, ~Exists(busy), finished_at=None)
    for pk in waiting.order_by("asked_at").values_list("pk", flat=True):
        claim = uuid7()
        same = Bundle.objects.filter(free, pk=pk, finished_at=None)
        if same.update(alive_at=now, claim=claim, tries=F("tries") + 1):
            return Bundle.objects.get(pk=pk)
    return None


def run(bundle: Bundle, clock: Clock) -> None:
    """1 plan; 2 print each part that does not stand yet; 3 issue. Whatever else goes wrong rises,
    and the next worker goes on from there."""
    try:
        if bundle.tries > MOST_TRIES:
            raise Stopped(TRIED)
        plan = _plan(bundle, clock)
        left_out: set[int] = set()
        while missing := _missing(bundle, plan, left_out):
            left_out |= {part["number"] for part in missing if not _make(bundle, part, clock)}
        with _alive(bundle, clock()) as now:
            order = _order(bundle)
        if not bundle.parts.exists():
            raise Stopped(NOTHING_LEFT)
        issue(bundle, order, plan, now)
    except Stopped as why:
        _stop(bundle, str(why), clock())
    except CouldNotPrint as why:
        _stop(bundle, str(why), clock())
    except Lost:
        log.warning("bundle %s was taken over by another worker", bundle.pk)


def _plan(bundle: Bundle, clock: Clock) -> list[dict]:
    """What stands in it is settled once, with the rights of that moment."""
    if bundle.plan is None:
        order = _order(bundle)
        with _alive(bundle, clock()):
            bundle.plan = order.plan(bundle.asked_by)
            _mine(bundle).update(plan=bundle.plan, total=len(bundle.plan))
    return bundle.plan


def _missing(bundle: Bundle, plan: list[dict], left_out: set[int]) -> list[dict]:
    """What does not stand yet. A part with something in it that she may not read any more goes."""
    readable = _order(bundle).readable(bundle.asked_by)
    parts = list(bundle.parts.all())
    hidden = [part.pk for part in parts if not readable.issuperset(part.holds)]
    bundle.parts.filter(pk__in=hidden).delete()
    standing = {part.number for part in parts if part.pk not in hidden} | left_out
    return [part for part in plan if part["number"] not in standing]


def _make(bundle: Bundle, part: dict, clock: Clock) -> bool:
    """Print one part. False when its record was set aside or hidden from her meanwhile."""
    order, now = _order(bundle), clock()
    found = _month(order, part) if "days" in part else _record(order, part, bundle.asked_by)
    if found is None:
        return False
    document, subject = found
    held = _held(order, part, subject, bundle.asked_by)
    _, pdf = build(document, subject, by=bundle.asked_by, now=now)
    digest = store.put(pdf)
    with _alive(bundle, clock()) as now:
        _mine(bundle).update(done=part["number"], tries=0)
        BundlePart.objects.create(
            bundle=bundle, number=part["number"], name=part["path"][-120:], mime=document.mime,
            size=len(pdf), sha256=digest, uploaded_by=bundle.asked_by, at=now, holds=held,
        )  # fmt: skip
        _note(bundle, part, subject, now, held)
    store.put(pdf)  # once more: the same bytes, left by somebody else, may have been swept away
    return True


def _held(order: Order, part: dict, subject, user) -> list[str]:
    """Keys of the records in this part."""
    if "id" in part:
        return [part["id"]]
    return order.document.keys(subject, user)


def _note(bundle: Bundle, part: dict, subject, now: datetime, held: list[str]) -> None:
    """The reading of a record is an entry of that record, as when it is printed by itself."""
    about = subject.subject if isinstance(subject, Period) else subject
    audit.read(
        about, "record.bundled", by=bundle.asked_by, now=now, bundle=str(bundle.pk),
        path=part["path"], shown=held,
    )  # fmt: skip


def _record(order: Order, part: dict, user) -> tuple[Document, object] | None:
    type = registry.of(part["label"])
    rows = order.period.records(type, user).filter(pk=UUID(part["id"]))
    signers = [m.by for m in type.moments]
    rows = rows.select_related("author", "void_by", "replaces", *type.preload, *signers)
    record = rows.first()
    return (printed.plain(type), record) if record else None


def _month(order: Order, part: dict) -> tuple[Document, Period]:
    first, last = map(date.fromisoformat, part["days"])
    month = Period(order.period.subject, first, last)
    return order.document.of(month), month


def _order(bundle: Bundle) -> Order:
    """With the rights that she has in this second."""
    bundle.asked_by = User.objects.get(pk=bundle.asked_by_id)
    order = Order.of(bundle)
    if order is None:
        raise Stopped(RIGHTS_ENDED)
    return order


def _mine(bundle: Bundle):
    return Bundle.objects.filter(pk=bundle.pk, claim=bundle.claim, finished_at=None)


@contextmanager
def _alive(bundle: Bundle, now: datetime):
    """A transaction that begins with a sign of life. Raises Lost when the bundle is not ours."""
    with transaction.atomic():
        if not _mine(bundle).update(alive_at=now):
            raise Lost
        yield now


def _stop(bundle: Bundle, why: str, now: datetime) -> None:
    with transaction.atomic():
        if not _mine(bundle).update(finished_at=now, stopped=why[:200]):
            return
        bundle.parts.all().delete()
        notify(
            user=bundle.asked_by, record=bundle, url=address(bundle), now=now,
            text="A bundle that you asked for could not be made.",
        )  # fmt: skip
        audit.wrote(bundle, "bundle.stopped", by="Cura", now=now, why=why)
