"""The only writer of overrides."""

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse

from cura.core.audit import log
from cura.core.notices.actions import notify
from cura.core.records import snapshot
from cura.core.records.actions import lock, must_stand, require
from placements.gate.models import Override
from placements.gate.reading import findings, may_lift, responsible
from placements.referral.models import Referral

GONE = "This does not stand against it any more. Look at the page again."


@transaction.atomic
def override(*, referral: Referral, key: str, why: str, by, now: datetime) -> Override:
    """Say yes to one finding all the same, by name. The responsible individual hears of it at once.
    Saying it twice says it once."""
    held = lock(referral)
    require(by, Referral.read, held)
    must_stand(held)
    finding = next((each for each in findings(held, now) if each.key == key), None)
    if finding is None:
        raise ValidationError(GONE, code="gone")
    if not may_lift(by, finding, held.home, now):
        raise PermissionDenied("This is not yours to lift.")
    if not why.strip():
        raise ValidationError({"why": "Say why. It stands with your name."})
    if first := Override.objects.filter(referral=held, key=key).first():
        return first
    row = Override.objects.create(
        home=held.home, referral=held, key=key, words=finding.words, why=why.strip(), by=by, at=now
    )
    _tell(row, by, now)
    log.wrote(row, "gate.override", by=by, now=now, snapshot={"columns": snapshot.columns(row)})
    return row


def _tell(row: Override, by, now: datetime) -> None:
    for person in responsible(row.home, now):
        if person.pk != by.pk:
            notify(
                user=person, now=now, record=row.referral, key=f"override/{row.pk}",
                text=f"{by.first_name} said yes all the same. {row.words}",
                url=reverse("gate", args=[row.referral_id]),
            )  # fmt: skip
