from datetime import UTC, datetime, timedelta

import pytest

from cura.core.records import registry
from cura.core.search import index
from tests.builders import make

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def no_second_factor(settings):
    settings.DEMO = True


@pytest.fixture
def write(cast):
    """Write a daily note with these words and index it: `write("We swam", child=cast.mia)`."""

    def note(words, child=None, by=None, hours=0):
        child = child or cast.kai
        at = NOW + timedelta(hours=hours)
        record = make(
            registry.of("residents.dailynote"),
            subject=child,
            by=by or {cast.elm: cast.sam, cast.oak: cast.omar, cast.far: cast.olga}[child.home],
            now=at,
            change={"words": [words], "own_words": [""]},
        )
        index.pending()
        return record

    return note
