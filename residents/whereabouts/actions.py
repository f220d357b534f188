"""Out and back by one tap each. Both go through the actions of every record."""

from django.core.exceptions import ValidationError
from django.db import transaction

from cura.core.records import actions, registry
from cura.core.records.sheet import Sheet
from residents.whereabouts.models import Outing


@transaction.atomic
def go_out(*, child, where: str, by, now, with_staff=None, until=None, submission=None) -> Outing:
    """She goes out now. `until` is a time of day. Raises ValidationError in words."""
    type = registry.of(Outing)
    data = {"where": where, "happened_at": now.isoformat()}
    data |= {"with_staff": with_staff.pk} if with_staff else {}
    data |= {"until": f"{until:%H:%M}"} if until else {}
    sheet = Sheet.build(type, subject=child, user=by, data=data, now=now)
    if not sheet.is_valid():
        raise ValidationError([message for _, message in sheet.errors()])
    return actions.create(
        sheet=sheet, type=type, subject=child, by=by, submission=submission, now=now
    )


@transaction.atomic
def come_back(*, child, by, now) -> int:
    """She is home now: every outing that was still open ends. Returns how many."""
    rows = Outing.objects.visible_to(by).standing().filter(child=child, back_at=None)
    out = list(rows.filter(happened_at__lte=now))
    for outing in out:
        actions.reach(record=outing, moment="back", by=by, values={}, now=now)
    return len(out)
