"""Records of one child, made as a page makes them: the fields that a test cares about, no more."""

from django.utils import timezone

from cura.core.records import actions, registry
from tests import builders


def make(label: str, *, child, by, now=None, **fields):
    """`label` is the model's: "alert". Fields that are not named stay empty or as offered."""
    type = registry.of(f"residents.{label}")
    now = now or timezone.now()
    body = builders.posted_for(type, subject=child, user=by, now=now)
    body = {n: v for n, v in body.items() if _asked(n, type)}
    body |= {
        name: value if isinstance(value, list) else [str(value)] for name, value in fields.items()
    }
    sheet = builders.Sheet.build(type, subject=child, user=by, data=body, now=now)
    assert sheet.is_valid(), sheet.errors()
    return actions.create(sheet=sheet, type=type, subject=child, by=by, now=now)


def signed(label: str, *, child, by, **fields):
    record = make(label, child=child, by=by, **fields)
    return actions.reach(
        record=record, moment="signed", by=by, now=fields.get("now") or timezone.now()
    )


def _asked(name: str, type) -> bool:
    """What must be answered, what has a value from the start, and the counts of the lines."""
    if name.endswith(("-TOTAL_FORMS", "-INITIAL_FORMS")):
        return True
    field = type.form.base_fields.get(name)
    return bool(field and field.required)
