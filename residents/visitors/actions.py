"""Signing a known visitor in, by one tap, through the actions of every record."""

from django.core.exceptions import ValidationError
from django.db import transaction

from cura.core.records import actions, registry
from cura.core.records.sheet import Sheet
from residents.visitors.models import Visitor


@transaction.atomic
def sign_in_again(*, last: Visitor, by, now, submission=None) -> Visitor:
    """The same person, from the same place, to see the same people if they still live here."""
    type = registry.of(Visitor)
    data = {
        "name": last.name,
        "come_from": last.come_from,
        "about_what": last.about_what,
        "identity": Visitor.Identity.KNOWN,
        "happened_at": now.isoformat(),
    }
    if last.child and not last.child.left_at and last.child.home_id == last.home_id:
        data["child"] = last.child_id
    sheet = Sheet.build(type, subject=last.home, user=by, data=data, now=now)
    if not sheet.is_valid():
        raise ValidationError([message for _, message in sheet.errors()])
    return actions.create(
        sheet=sheet, type=type, subject=last.home, by=by, submission=submission, now=now
    )
