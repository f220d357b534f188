"""Going one level up."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from cura.core.permissions import Permission as P
from cura.core.records import actions, registry
from cura.core.records.sheet import Sheet
from placements.challenge.models import Challenge

TAKEN_OVER = ("kind", "ground", "title", "agency", "own_words")


@transaction.atomic
def next_level(*, record: Challenge, by, values: dict, now: datetime) -> Challenge:
    """A letter to the next level, signed as it is sent: the clock of this one stops, its own
    begins. Pressing twice makes one."""
    held = actions.lock(record)
    actions.require(by, P.RECORD_SIGN, held)
    actions.must_stand(held)
    if not held.signed_at:
        raise ValidationError("First: sign this one, as it was sent.")
    if held.settled or held.is_last:
        raise ValidationError("There is nothing left to ask for, or nobody left to ask.")
    if made := Challenge.objects.filter(follows=held).first():
        return made
    type = registry.of(Challenge)
    body = {name: [str(getattr(held, name))] for name in TAKEN_OVER}
    body |= {name: [str(value) if value else ""] for name, value in values.items()}
    body |= {"level": [str(held.level + 1)], "happened_at": [now.isoformat()]}
    sheet = Sheet.build(type, subject=held.child, user=by, data=body, now=now)
    if not sheet.is_valid():
        raise ValidationError([message for _, message in sheet.errors()])
    sheet.form.instance.follows = held
    made = actions.create(sheet=sheet, type=type, subject=held.child, by=by, now=now)
    made = actions.reach(record=made, moment="signed", by=by, now=now)
    return made
