"""A fault that a check found opens a defect, once, in the transaction of the check."""

from compliance.defects.models import Defect
from compliance.defects.record import defect
from cura.core.records import actions
from cura.core.records.sheet import Sheet


def open_for(*, check, where: str, fault: str, danger: bool, by, now) -> Defect:
    """Through the defect's own sheet, so that it is whole and signed like any other."""
    data = {"what": fault[:200], "where": where[:120], "whose": Defect.Whose.HOME}
    sheet = Sheet.build(
        defect,
        subject=check.home,
        user=by,
        data=data | ({"danger": "on"} if danger else {}) | {"happened_at": check.happened_at},
        now=now,
    )
    sheet.is_valid()
    row = sheet.form.instance
    row.source_label, row.source_id = check._meta.label_lower, check.pk
    made = actions.create(sheet=sheet, type=defect, subject=check.home, by=by, now=now)
    return actions.reach(record=made, moment="signed", by=by, now=now)
