"""Ask for a bundle, and fetch what was made. Both need the right to send records out."""

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from cura.core.accounts import access
from cura.core.attachments import store
from cura.core.audit import log
from cura.core.permissions import Permission as P
from cura.core.records.bundles.models import Bundle, Issued
from cura.core.records.bundles.order import MOST, Order
from cura.lib.words import plural

ENDED = "Your rights have changed since this was made. It cannot be fetched any more."
OVER = "The seven days are over. Make it anew if you need it."


@transaction.atomic
def ask(*, order: Order, by, now: datetime) -> Bundle:
    """Put one in the queue. The same that waits or runs already is enough.

    Raises ValidationError when there is nothing to put into it, or too much.
    """
    period = order.period
    access.require(by, P.EXPORT, period.home_id)
    if not order.document:
        _sized(sum(count for _, count in order.counts(by)))
    asked = {
        "home_id": period.home_id,
        "child_id": period.child_id,
        "document": order.document.key if order.document else "",
        "kinds": [type.label for type in order.types],
        "first": period.first,
        "last": period.last,
        "asked_by": by,
    }
    waiting = Bundle.objects.select_for_update().filter(finished_at=None, **asked).first()
    if waiting:
        return waiting
    bundle = Bundle.objects.create(**asked, asked_at=now)
    log.wrote(
        bundle, "bundle.asked", by=by, now=now, kinds=asked["kinds"], document=asked["document"],
        days=[period.first.isoformat(), period.last.isoformat()],
    )  # fmt: skip
    return bundle


def _sized(count: int) -> None:
    if not count:
        raise ValidationError("Nothing was written in these days.", code="empty")
    if count > MOST:
        raise ValidationError(
            f"That would be {plural(count, 'record')}. At most {MOST:,} go into one bundle: "
            "choose fewer days or fewer kinds.",
            code="many",
        )


@transaction.atomic
def fetch(*, bundle: Bundle, by, now: datetime) -> bytes:
    """The file, for her who asked for it, while all that stands in it is hers to read.

    Each fetching is an entry in the log. Raises ValidationError with the reason in words, and
    `store.Damaged` when the file is no longer what was issued.
    """
    issued = Issued.objects.filter(bundle=bundle).first()
    if bundle.asked_by_id != by.pk or issued is None:
        raise PermissionDenied
    access.require(by, P.EXPORT, bundle.home_id)
    if now >= issued.until:
        raise ValidationError(OVER, code="over")
    bundle.asked_by = by
    if Order.of(bundle) is None or _kept_from(issued, by):
        raise ValidationError(ENDED, code="rights")
    data = store.get(issued.sha256)
    log.read(bundle, "bundle.fetched", by=by, now=now, sha256=issued.sha256)
    return data


def _kept_from(issued: Issued, by) -> bool:
    """Whether an exclusion has taken something in it away from her since."""
    held = {key for part in issued.contents for key in part["holds"]}
    return bool(held & {str(pk) for pk in access.rights(by).excluded})
