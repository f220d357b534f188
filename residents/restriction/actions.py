"""What goes on of a limit after somebody has looked again."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from cura.core.permissions import Permission as P
from cura.core.records import actions, registry
from cura.core.records.sheet import Sheet
from residents.restriction.models import Restriction


@transaction.atomic
def go_on(*, record: Restriction, by, values: dict, now: datetime) -> Restriction:
    """A new limit, agreed with the council, that follows this one. Pressing twice makes one."""
    held = actions.lock(record)
    actions.require(by, P.SAFEGUARDING_WRITE, held)
    actions.must_stand(held)
    if not held.goes_on:
        raise ValidationError("First: look again, and say that something goes on.")
    if made := Restriction.objects.filter(follows=held).first():
        return made
    type = registry.of(Restriction)
    body = {name: [text] for name, text in values.items()}
    body |= {"kind": [Restriction.Kind.AGREED], "happened_at": [now.isoformat()]}
    body["person"] = [str(held.person_id or "")]
    sheet = Sheet.build(type, subject=held.child, user=by, data=body, now=now)
    if not sheet.is_valid():
        raise ValidationError([message for _, message in sheet.errors()])
    sheet.form.instance.follows = held
    return actions.create(sheet=sheet, type=type, subject=held.child, by=by, now=now)
