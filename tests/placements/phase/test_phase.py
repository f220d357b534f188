"""Phase 1 has an end that somebody must agree; who is on shift or outside reads none of it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from cura.core.deadlines.deadline import Deadline
from cura.core.records import registry
from placements.phase import reading
from placements.phase.models import Phase
from tests import builders
from tests.house.pages import signed_in

NOW = datetime(2026, 2, 10, 17, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def phase(cast, number: int, now=NOW):
    change = {"number": [str(number)], "happened_at": [now.isoformat()]}
    return builders.signed(
        registry.of(Phase), subject=cast.kai, by=cast.rosa, now=now, change=change
    )


def clock(record) -> Deadline:
    return Deadline.objects.get(object_id=record.pk, rule="PHASE-NEXT")


def test_three_months_until_something_is_agreed(cast):
    first = phase(cast, 1)
    assert clock(first).due_at.date() == datetime(2026, 5, 10, tzinfo=UTC).date()
    second = phase(cast, 2, now=NOW + 80 * DAY)
    assert clock(first).done_at == NOW + 80 * DAY
    assert not Deadline.objects.filter(object_id=second.pk).exists()


def test_which_one_she_is_in_and_since_when(cast):
    phase(cast, 1)
    later = NOW + 17 * DAY
    assert reading.words(reading.now_of([cast.kai], cast.rosa, later)[cast.kai.pk], later) == (
        "Phase 1: assessment, day 18"
    )
    assert reading.now_of([cast.kai], cast.cara, later) == {}


@pytest.mark.parametrize("name", ["cara", "sam", "tess", "ivy", "omar"])
def test_nobody_on_shift_or_outside_reads_it(cast, name):
    record = phase(cast, 1)
    client = signed_in(getattr(cast, name))
    assert client.get(reverse("phases-detail", args=[record.pk])).status_code == 404
    assert client.get(reverse("rooms", args=["elm"])).status_code == 404
