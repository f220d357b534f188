"""A fault that a check found opens a defect, once, in the transaction of the check."""

from django.core.exceptions import ValidationError

from compliance.defects.models import Defect
from compliance.defects.record import defect
from cura.core.records import actions
from cura.core.records.sheet import Sheet


def open_for(*, check, where: str, fault: str, danger: bool, by, now) -> Defect | None:
    """Through the defect's own sheet, so that it is whole and signed like any other.

    None when this check, or the one it replaces, has opened one already.
    """
    of_check = Defect.objects.filter(source_label=check._meta.label_lower)
    if of_check.filter(source_id__in=[check.pk, check.replaces_id]).exists():
        return None
    data = {"what": fault[:200], "where": where[:120], "whose": Defect.Whose.HOME}
    sheet = Sheet.build(
        defect,
        subject=check.home,
        user=by,
        data=data | ({"danger": "on"} if danger else {}) | {"happened_at": check.happened_at},
        now=now,
    )
    if not sheet.is_valid():
        raise ValidationError([words for _, words in sheet.errors()])
    row = sheet.form.instance
    row.source_label, row.source_id = check._meta.label_lower, check.pk
    made = actions.create(sheet=sheet, type=defect, subject=check.home, by=by, now=now)
    return actions.reach(record=made, moment="signed", by=by, now=now)
