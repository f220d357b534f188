"""Checks and defects at Elm, as the tests of the engine make them; and rules of a test's own."""

import pytest

from compliance.defects.record import defect
from cura.core.deadlines.offsets import Hours
from cura.core.deadlines.rules import DeadlineRule
from tests import builders
from tests.deadlines.conftest import check, declared  # noqa: F401

# Somebody else must do it, and it is about the house: no record of that kind stands yet.
OWED = DeadlineRule(duty="HEALTH-IHA", model="compliance.defect", title="Report on {what}")
MEND = DeadlineRule(
    duty="LADO", model="compliance.defect", done="mended_at", title="Mend {what}", due=Hours(24)
)


@pytest.fixture
def mending():
    with declared(MEND):
        yield


@pytest.fixture
def owing():
    with declared(OWED):
        yield


@pytest.fixture
def broken(cast):
    """Something broken at Elm, as Cara writes it."""

    def make(now, what="Gate", home=None):
        typed = {"happened_at": [builders._moment(now)], "what": [what]}
        return builders.make(defect, subject=home or cast.elm, by=cast.cara, now=now, change=typed)

    return make
