"""A shift on the rota: a sleep-in has both its ends, in order, or none."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from staffing.rota.models import Shift

HOUR = timedelta(hours=1)


@pytest.fixture
def shift(cast):
    now = timezone.now()
    return Shift.objects.create(
        home=cast.elm, author=cast.rosa, person=cast.sam, happened_at=now, until=now + 24 * HOUR,
        created_at=now,
    )  # fmt: skip


@pytest.mark.parametrize(
    "start,end,right",
    [(None, None, True), (8, 16, True), (8, None, False), (None, 16, False), (16, 8, False),
     (8, 8, False)],
)  # fmt: skip
def test_a_sleep_in_has_both_ends_or_none(shift, start, end, right):
    at = shift.happened_at
    shift.sleep_from = at + start * HOUR if start else None
    shift.sleep_until = at + end * HOUR if end else None
    if right:
        shift.clean()
        shift.save()
        return
    with pytest.raises(ValidationError) as refused:
        shift.clean()
    assert "sleep_until" in refused.value.message_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        shift.save()
