"""The words about children who do not come are deleted on a short clock (docs/adr/0018).

Who may keep what she was told about a child who never lived here? Nobody, for longer than a
question about our answer may come. The row stays with month, reason, age and council.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from cura.core.accounts.home import Home, HomeSettings
from cura.core.attachments.actions import let_go, remove_uploads
from cura.core.audit import log
from cura.core.deadlines.deadline import Deadline
from cura.core.notices.notice import Notice
from cura.core.records import registry, short_lived, snapshot
from cura.core.records.drafts.models import Draft
from cura.core.search import index
from placements.referral.models import Referral

BATCH = 50
ALSO: list[Callable[..., None]] = []  # (referral, now): what others keep of her goes in the same go
CURA = "Cura"


def forget(now: datetime) -> int:
    """Of every home. A worker that dies has done whole batches or nothing of one; the next goes on.

    Returns how many referrals.
    """
    done = 0
    for home in Home.objects.filter(kind=Home.Kind.HOME).order_by("pk"):
        while batch := _batch(home, now):
            done += batch
        _drafts(home, now)
    return done


def _since(home: Home, now: datetime) -> datetime:
    held = HomeSettings.objects.filter(home=home).first() or HomeSettings(home=home)
    return now - timedelta(days=held.referral_days)


@transaction.atomic
def _batch(home: Home, now: datetime) -> int:
    """1 lock some that are due; 2 empty them with all that hangs on them; 3 one entry says how
    many. One chain."""
    since = _since(home, now)
    answered = Q(answer__in=Referral.GONE, answered_at__lte=since)
    rows = Referral.objects.select_for_update(skip_locked=True, of=("self",)).filter(
        answered | Q(void_at__lte=since), home=home, child=None, forgotten_at=None
    )
    due = list(rows.order_by("pk")[:BATCH])
    for row in due:
        _forget(row, now)
    if due:
        index.index({(row._meta.label_lower, row.pk) for row in due})
        log.append(
            chain=log.chain_of(home.pk), actor=CURA, action="referrals.forgotten", now=now,
            body={"count": len(due)}, **log.target(home),
        )  # fmt: skip
    return len(due)


def _forget(row: Referral, now: datetime) -> None:
    if not row.void_at:
        row.age = row.years()
    for line in row.needs.all():
        short_lived.empty(line)
        line.save()
    short_lived.forget(row, now)
    row.save()
    let_go(record=row)
    Draft.objects.filter(Q(record_id=row.pk) | Q(pk=row.submission)).delete()
    Notice.objects.filter(object_id=row.pk).delete()
    Deadline.objects.filter(object_id=row.pk).update(title=str(row))
    for also in ALSO:
        also(row, now)
    type = registry.of(row)
    log.wrote(row, "referral.forgotten", by=CURA, now=now, snapshot=snapshot.whole(row, type))


@transaction.atomic
def _drafts(home: Home, now: datetime) -> None:
    """What somebody began to write about a referral and left: not longer than the referral."""
    old = Draft.objects.filter(
        label=Referral._meta.label_lower, home_id=home.pk, updated_at__lte=_since(home, now)
    )
    for draft in old.select_related("user").order_by("pk")[:BATCH]:
        remove_uploads(draft=draft.pk, owner=draft.user)
        draft.delete()
