"""Plans as pages make them."""

from datetime import UTC, datetime, timedelta

from cura.core.records import actions, registry, steps
from tests.residents.records import make

AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)  # a Monday
DAY = timedelta(days=1)
SAFETY = {
    "triggers": "Doors that slam.", "early_signs": "I go quiet.", "helps": "Music, slow.",
    "ask_me": "Ask me to play you the slow one.", "not_helps": "Talking at me.",
    "worries": "She may cut.", "adults_do": "Sit on the landing.", "written_with": "On the stairs.",
}  # fmt: skip
SUPPORT = {
    "matters": "My hamster.", "the_same": "Knock, and wait.", "my_page": "We knock. You say yes.",
    "written_with": "In the car.",
}  # fmt: skip


def draft(kind: str, *, child, by, now=AT, **changed):
    words = SAFETY if kind == "safetyplan" else SUPPORT
    return make(kind, child=child, by=by, now=now, **words | no_lines(kind) | changed)


def no_lines(kind: str) -> dict:
    rows = [rows.model._meta.model_name for rows in registry.of(f"residents.{kind}").rows]
    return {f"{row}-TOTAL_FORMS": "0" for row in rows}


def plan(kind: str, *, child, by, now=AT, **changed):
    """A version that was signed."""
    record = draft(kind, child=child, by=by, now=now, **changed)
    return actions.reach(record=record, moment="signed", by=by, now=now)


def step(record, key: str, by, now, **values):
    found = steps.find(registry.of(record), key)
    return found.do(record=record, by=by, values=values, now=now)
