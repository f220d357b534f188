"""A story writes a part as its author does, by discipline."""

from datetime import date, timedelta

import pytest

from cura.story.verbs import VERBS
from placements.assessment.progress import progress_of
from tests.placements.assessment.conftest import BEGUN, begin

pytestmark = pytest.mark.django_db


def test_a_story_tells_how_the_parts_come_in(house):
    record = begin(house)
    asked = {"now": BEGUN, "about": house.noor}
    said = [("strength", "He reads for an hour."), ("need", "Three mornings first.")]
    VERBS["write part"](
        by=house.thea, view="therapy", found="He watches doors.", says=said, sign=True, **asked
    )
    VERBS["write part"](
        by=house.sam, view="care", found="He likes mornings.", says=said[:1], **asked
    )
    VERBS["write part"](by=house.sam, view="care", how="Every day.", says=said[1:], **asked)
    VERBS["ask for part"](by=house.tess, view="health", whom="Nurse Hill", **asked)
    day = date(2026, 6, 24)
    VERBS["give part"](by=house.tess, view="family", writer="sam", booked_on=day, **asked)
    progress = progress_of([record], house.rosa, BEGUN + timedelta(days=1))[0]
    parts = {line.part.discipline: line.part for line in progress.lines}
    assert parts["therapy"].signed_by == house.thea
    assert parts["care"].found == "He likes mornings." and parts["care"].how == "Every day."
    assert [line.kind for line in parts["care"].statements.all()] == ["strength", "need"]
    assert "health not started (asked)" in progress.sentence
    assert "family booked for Wed 24 Jun" in progress.sentence
