"""Reviews, reports and visits made as their pages make them: the fields that a test cares about."""

from datetime import UTC, date, datetime

from cura.core.deadlines.deadline import Deadline
from cura.core.records import actions, registry
from cura.lib import london
from residents.child import actions as children
from tests import builders

LOOKED_AFTER = date(2025, 12, 15)  # three weeks before the cast comes to live at its homes
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def at(*when) -> datetime:
    """A London time."""
    return london.to_utc(datetime(*when))


def make(label: str, *, child, by, now=NOW, lines=(), **fields):
    """Fields that are not named stay empty or as offered; `lines` are rows of its first kind."""
    type = registry.of(f"placements.{label}")
    body = builders.posted_for(type, subject=child, user=by, now=now)
    body = {name: value for name, value in body.items() if _asked(name, type)}
    for rows in type.rows:
        prefix = rows.model._meta.model_name
        body[f"{prefix}-TOTAL_FORMS"] = [str(len(lines))]
        for number, line in enumerate(lines):
            body |= {f"{prefix}-{number}-{name}": [str(v)] for name, v in line.items()}
    body |= {name: [_text(value)] for name, value in fields.items()}
    sheet = builders.Sheet.build(type, subject=child, user=by, data=body, now=now)
    assert sheet.is_valid(), sheet.errors()
    return actions.create(sheet=sheet, type=type, subject=child, by=by, now=now)


def _asked(name: str, type) -> bool:
    field = type.form.base_fields.get(name)
    return name.endswith("_FORMS") or bool(field and field.required)


def _text(value) -> str:
    if isinstance(value, datetime):
        return london.local(value).strftime("%Y-%m-%dT%H:%M")
    return str(value)


def visit(child, by, when: datetime, *, kind="social_worker", now=NOW, **fields):
    return make("visit", child=child, by=by, now=now, kind=kind, happened_at=when, **fields)


def held(child, by, when: datetime, *, kind="social_worker", now=NOW, **values):
    """A visit that took place; the child was seen alone unless somebody says otherwise."""
    found = visit(child, by, when, kind=kind, now=now)
    values = {"seen_alone": "yes", "own_words": "Nice.", "came_of_it": "A talk."} | values
    return actions.reach(record=found, moment="held", by=by, values=values, now=now)


WHOLE = {
    "she_came": "yes",
    "her_views": "I want to stay with Sam.",
    "moving_on": "He stays; college from September.",
    "who_came": "Judith Parr, Sam",
}


def review(child, by, when: datetime, *, now=NOW, **fields):
    fields = {"school_time": "no"} | fields
    return make("lookedafterreview", child=child, by=by, now=now, happened_at=when, **fields)


def reviewed(child, by, when: datetime, *, now=NOW, **fields):
    """A review that was held at the time for which it was planned."""
    return review(child, by, when, now=now, held_at=when, **(WHOLE | fields))


def look_after(child, by, on=LOOKED_AFTER, now=NOW):
    return children.change(child=child, values={"looked_after_on": on}, by=by, now=now)


def clock(rule: str, record) -> Deadline | None:
    return Deadline.objects.standing().filter(rule=rule, object_id=record.pk).first()


def due_day(rule: str, record) -> date | None:
    row = clock(rule, record)
    return london.local_date(row.due_at) if row else None
