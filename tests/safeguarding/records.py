"""Holds and consequences of the tests, made as their pages make them."""

from datetime import UTC, datetime, timedelta

from cura.core.records import actions, registry
from tests import builders

# A Wednesday evening; the manager is not in the house.
HELD = datetime(2026, 6, 10, 19, 40, tzinfo=UTC)
HOUR = timedelta(hours=1)

WORDS = {
    "safe": "yes", "hurt": "no", "happened_at": "2026-06-10T20:40", "ended_at": "2026-06-10T20:42",
    "place": "the stairs", "words": "Kai threw a shoe and ran at the window.",
    "leading_up": "He had heard that his mum cannot come.", "tried": "We sat down, offered a walk.",
    "reason": "others", "effect": "He cried, and sat with Sam.", "medical": "watched",
    "came_after": "He and Sam mended the banister.",
}  # fmt: skip
AGREED = {
    "happened_at": "2026-06-10T20:40", "place": "the kitchen", "words": "A plate was thrown.",
    "leading_up": "A row about the game.", "tried": "We talked first.", "kind": "repair",
    "agreed": "He and Sam glue the plate on Saturday.", "effect": "He was glad.",
    "came_after": "The plate hangs on the wall.", "hurt": "no",
}  # fmt: skip


def lines(prefix: str, *rows: dict) -> dict:
    body = {f"{prefix}-TOTAL_FORMS": str(len(rows)), f"{prefix}-INITIAL_FORMS": "0"}
    for number, row in enumerate(rows):
        body |= {f"{prefix}-{number}-{name}": str(value) for name, value in row.items()}
    return body


def held_by(*people, **hold) -> dict:
    """Lines of the hold, one for each: two minutes, a hold that was said in words."""
    one = {"minutes": "2", "other": "held by the arm"} | hold
    return lines("hold", *({"person": person.pk, **one} for person in people))


def body(*users, **changed) -> dict:
    """A whole page about a hold."""
    empty = lines("restraintpresent") | lines("injury")
    return WORDS | empty | held_by(*users) | changed


def sheet(kind: str, cast, posted: dict, by, now=None):
    type = registry.of(f"safeguarding.{kind}")
    now = now or HELD + HOUR
    return builders.Sheet.build(type, subject=cast.kai, user=by, data=posted, now=now)


def make(kind: str, cast, posted: dict, by, now=None):
    """A saved record, not signed. Raises what the page would say."""
    found = sheet(kind, cast, posted, by, now)
    assert found.is_valid(), found.errors()
    return actions.create(
        sheet=found, type=registry.of(f"safeguarding.{kind}"), subject=cast.kai, by=by,
        now=now or HELD + HOUR,
    )  # fmt: skip


def hold(cast, *users, by=None, now=None, **changed):
    return make("restraint", cast, body(*users, **changed), by or cast.sam, now)


def reach(record, moment: str, by, now=None, **values):
    return actions.reach(record=record, moment=moment, by=by, values=values, now=now or HELD + HOUR)


def signed(cast, *users, by=None, now=None, **changed):
    record = hold(cast, *users, by=by, now=now, **changed)
    return reach(record, "signed", by or cast.sam, now)


def authorise(cast, person, by, at=HELD, until=None):
    """A line of the register of authorised persons, signed by who may."""
    type = registry.of("staffing.authorised")
    posted = {"person": str(person.pk), "task": "reg35", "happened_at": at.isoformat()}
    if until:
        posted["until"] = until.isoformat()
    found = builders.Sheet.build(type, subject=cast.elm, user=by, data=posted, now=at)
    assert found.is_valid(), found.errors()
    record = actions.create(sheet=found, type=type, subject=cast.elm, by=by, now=at)
    return actions.reach(record=record, moment="signed", by=by, now=at)
