"""Kai's assessment: begun on his third day, with a therapist and an education liaison at Elm."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest

from cura.core.accounts import actions as accounts
from cura.core.accounts.program import CURA
from cura.core.records import actions, registry
from cura.core.records.sheet import Sheet
from cura.lib import london
from placements.assessment.models import Assessment
from placements.assessment.part_models import AssessmentPart
from residents.child import actions as children
from tests.cast import OPENED, PASSWORD

CAME = datetime(2026, 6, 5, 21, 55, tzinfo=UTC)  # a Friday, 22:55 in London
BEGUN = CAME + timedelta(days=2, hours=12)


@pytest.fixture
def house(cast):
    """Noor came last week. `house.noor`, `house.thea` (therapist), `house.eddie` (education)."""
    for username, name, role in (
        ("thea", "Thea Marlow", "therapist"), ("eddie", "Eddie Finch", "education"),
    ):  # fmt: skip
        user = accounts.add_person(
            organisation=cast.acorn, username=username, name=name, by=CURA, now=OPENED,
            email=f"{username}@example.org",
        )  # fmt: skip
        user.set_password(PASSWORD)
        user.save()
        accounts.give_role(user=user, role=role, home=cast.elm, by=CURA, now=OPENED)
        setattr(cast, username, user)
    cast.noor = children.welcome(
        home=cast.elm, first_name="Noor", last_name="Bell", born=date(2014, 2, 1), by=cast.rosa,
        key_worker=cast.sam, arrived_at=CAME, looked_after_on=date(2026, 6, 5), now=CAME,
        authority="Northwold",
    )  # fmt: skip
    return cast


def saved(type, *, child, by, now, data: dict, **more):
    sheet = Sheet.build(type, subject=child, user=by, now=now, data=data)
    assert sheet.is_valid(), sheet.errors()
    return actions.create(sheet=sheet, type=type, subject=child, by=by, now=now, **more)


def rows(name: str, *lines: dict) -> dict:
    body = {f"{name}-TOTAL_FORMS": str(len(lines)), f"{name}-INITIAL_FORMS": "0"}
    for number, line in enumerate(lines):
        body |= {f"{name}-{number}-{key}": value for key, value in line.items()}
    return body


WHOLE = {
    "summary": "A quick, funny boy who is always hungry.",
    "child_view": "I want my hamster to stay.",
    "met_at": "2026-06-24T10:00",
    "recommendation": "stay",
    "recommendation_words": "He has begun to sleep.",
}


def begin(house, *, by=None, now=BEGUN, replaces=None, **values) -> Assessment:
    by = by or house.tess
    body = {
        "happened_at": f"{london.local(now):%Y-%m-%dT%H:%M}", "coordinator": str(by.pk),
        "looked_after_on": "2026-06-05", "review_on": "2026-07-02",
        **rows("startingpoint"), **rows("recommended"), **rows("disagreement"),
    }  # fmt: skip
    return saved(
        registry.of(Assessment),
        child=house.noor,
        by=by,
        now=now,
        data=body | values,
        replaces=replaces,
    )


def parts_of(assessment) -> SimpleNamespace:
    found = AssessmentPart.objects.filter(assessment=assessment)
    return SimpleNamespace(**{part.discipline: part for part in found})


def write(part: AssessmentPart, *, by, now, found="What I found.", statements=()) -> AssessmentPart:
    """As its author's own page saves it."""
    type = registry.of(part)
    part.refresh_from_db()
    body = {
        "happened_at": f"{london.local(part.happened_at):%Y-%m-%dT%H:%M}", "found": found,
        "questions": part.questions, **rows("statement", *statements),
    }  # fmt: skip
    sheet = Sheet.build(type, subject=part.child, user=by, now=now, data=body, instance=part)
    assert sheet.is_valid(), sheet.errors()
    return actions.edit(sheet=sheet, type=type, by=by, version=part.version, now=now)


def sign(record, *, by, now, moment="signed", **values):
    return actions.reach(record=record, moment=moment, by=by, now=now, values=values)
