from contextlib import contextmanager
from datetime import timedelta

import pytest

from compliance.defects.record import defect
from cura.core.deadlines import rules
from cura.core.records import registry
from tests import builders
from tests.deadlines.mend import DANGER, MEND, NOW


@contextmanager
def declared(*own):
    """Rules of a test's own, taken back afterwards."""
    rules.add_rules(*own)
    try:
        yield own
    finally:
        rules.withdraw(*own)


@pytest.fixture
def check(cast):
    """Make a check of the house at Elm, some time after a start."""

    def make(label, now, change=None, by=None, home=None):
        kind = registry.of(f"compliance.{label}")
        where = {"happened_at": [builders._moment(now)]}
        return builders.make(
            kind, subject=home or cast.elm, by=by or cast.cara, now=now + timedelta(minutes=1),
            change=where | (change or {}),
        )  # fmt: skip

    return make


@pytest.fixture
def mending():
    with declared(MEND, DANGER):
        yield


@pytest.fixture
def broken(cast, mending):
    """Something broken at Elm."""

    def make(now=NOW, **change):
        typed = {"happened_at": [builders._moment(now)], "what": ["Gate"]} | change
        return builders.make(defect, subject=cast.elm, by=cast.cara, now=now, change=typed)

    return make
