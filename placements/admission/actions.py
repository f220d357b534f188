"""The only way in: a child comes to live here, planned or in an emergency."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from cura.core.accounts import access
from cura.core.accounts.home import Home
from cura.core.permissions import Permission as P
from cura.core.records import actions as records
from placements.admission.beginning import begin
from placements.admission.following import write_down
from placements.admission.in_hand import of_door
from placements.admission.models import Admission
from placements.gate.reading import blocking
from placements.referral.actions import came
from placements.referral.models import Referral
from placements.reg41 import actions as reg41
from residents.child.actions import change, come_back, welcome
from residents.child.models import Child

BEFORE = "Before the door opens:"


@transaction.atomic
def admit(*, record: Admission, by, values: dict, now: datetime) -> Admission:
    """She is here. The shape of a step's `do`; `values`: came_at, bed, key_worker,
    and `same`, the child whose file goes on when she lived here before.

    1 hold the home, so that of two who come at once the second gate knows of the first, then
    referral and admission, 2 ask the gate again, 3 the child by `welcome` or `come_back`,
    which take the room, 4 the referral names her, 5 the admission is closed, 6 what follows
    from it. Pressing twice lets in once.
    """
    Home.objects.select_for_update().get(pk=record.home_id)
    referral = Referral.objects.select_for_update().get(pk=record.referral_id)
    held = records.lock(record)
    records.require(by, Admission.write, held)
    access.require(by, P.CHILD_WRITE, held.home)
    records.must_stand(held)
    if held.admitted_at:
        return held
    _must_be_waiting(referral)
    if closed := [each.words for each in (*blocking(referral, now), *of_door(held))]:
        raise ValidationError([BEFORE, *closed], code="gate")
    values = dict(values)
    same = values.pop("same", None)
    held.came_at = values["came_at"]
    child = (
        _back(same, held, by, values, now) if same else _welcomed(held, referral, by, values, now)
    )
    came(record=referral, child=child, by=by, now=now)
    held.child = child
    held.save(update_fields=("child",))
    held = records.reach(record=held, moment="admitted", by=by, values=values, now=now)
    write_down(admission=held, child=child, by=by, now=now)
    reg41.child_came(admission=held, child=child, by=by, now=now)
    begin(admission=held, child=child, by=by, now=now)
    return held


def _must_be_waiting(referral: Referral) -> None:
    records.must_stand(referral)
    if referral.child_id:
        raise ValidationError(f"{referral.name} lives here already.", code="done")
    if referral.answer not in ("", Referral.Answer.MAYBE, Referral.Answer.YES):
        raise ValidationError("This referral was answered. Open it again first.", code="answered")


def _welcomed(held: Admission, referral: Referral, by, values: dict, now) -> Child:
    return welcome(
        home=held.home, by=by, now=now, bed=values.get("bed"), arrived_at=values["came_at"],
        first_name=referral.first_name, last_name=referral.last_name, called=referral.called,
        born=referral.born, sex=referral.sex, authority=referral.authority,
        legal_status=held.legal_status, looked_after_on=held.looked_after_since(),
        key_worker=values.get("key_worker"),
    )  # fmt: skip


def _back(same: Child, held: Admission, by, values: dict, now) -> Child:
    """Her own file goes on, with what is new."""
    child = come_back(
        child=same,
        home=held.home,
        by=by,
        bed=values.get("bed"),
        arrived_at=values["came_at"],
        now=now,
    )
    new = {
        "legal_status": held.legal_status, "authority": held.referral.authority,
        "looked_after_on": held.looked_after_since(), "key_worker": values.get("key_worker"),
    }  # fmt: skip
    return change(child=child, values={k: v for k, v in new.items() if v}, by=by, now=now)
