"""Written when a child has come or left, with what is known. It goes when it is whole."""

from datetime import datetime

from django.core.exceptions import ValidationError

from cura.core.accounts.home import HomeSettings
from cura.core.records import actions
from cura.core.records.sheet import Sheet
from cura.lib import london
from placements.reg41.models import Reg41Notice
from placements.reg41.record import reg41_notice
from residents.child.models import Child

Status, Kind = Child.LegalStatus, Reg41Notice.Kind
ORDERS = {Status.CARE_ORDER: "care", Status.INTERIM: "care"}
HERE = "the local council"


def needed(child: Child, local: str) -> bool:
    """Unless the council in whose area the home is placed the child. Not known is told."""
    return not local or child.authority.strip().casefold() != local.strip().casefold()


def write(*, child: Child, kind: str, at: datetime, by, now: datetime) -> Reg41Notice | None:
    """None when the regulation does not ask for it. In the caller's transaction."""
    settings = HomeSettings.objects.filter(home=child.home_id).first()
    local = settings.local_council if settings else ""
    if not needed(child, local):
        return None
    data = {
        "kind": kind, "council": local or HERE, "authority": child.authority,
        "happened_at": london.local(at).strftime("%Y-%m-%dT%H:%M"),
    } | _in_law(child)  # fmt: skip
    sheet = Sheet.build(reg41_notice, subject=child, user=by, data=data, now=now)
    if not sheet.is_valid():
        raise ValidationError([words for _, words in sheet.errors()])
    return actions.create(sheet=sheet, type=reg41_notice, subject=child, by=by, now=now)


def _in_law(child: Child) -> dict:
    """What her legal status answers by itself."""
    status = child.legal_status
    if not status or status == Status.OTHER:
        return {}
    order = {"order": ORDERS.get(status, Reg41Notice.Order.NONE)}
    return order | {"accommodated": "yes" if status == Status.ACCOMMODATED else "no"}


def child_came(*, admission, child: Child, by, now: datetime) -> Reg41Notice | None:
    if admission.short_break:
        return None
    return write(child=child, kind=Kind.CAME, at=child.arrived_at, by=by, now=now)
