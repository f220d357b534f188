from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts import actions as accounts
from cura.core.accounts import duty
from cura.core.accounts.program import CURA
from cura.core.records import actions as records
from cura.core.records import registry, verify
from residents.mustread import actions, reading
from residents.mustread.models import MustRead, MustReadSeen
from tests import builders


@pytest.fixture
def row(cast):
    return must_read(cast)


def must_read(cast, **change):
    by_when = (timezone.now() + timedelta(days=1)).isoformat()
    change = {"by_when": [by_when], "child": [""], "for_whom": ["everyone"]} | change
    return builders.make(registry.of(MustRead), subject=cast.elm, by=cast.rosa, change=change)


def test_reading_it_twice_says_it_once(row, cast):
    first, second = (
        actions.read_it(record=row, by=cast.cara, now=timezone.now()) for _ in range(2)
    )
    assert first == second and MustReadSeen.objects.count() == 1
    assert list(verify.records()) == []


def test_a_receipt_is_never_taken_back(row, cast):
    seen = actions.read_it(record=row, by=cast.cara, now=timezone.now())
    with pytest.raises(DatabaseError), transaction.atomic():
        MustReadSeen.objects.filter(pk=seen.pk).delete()


def test_only_people_who_work_here_now_are_counted(row, cast):
    now = timezone.now()
    assert reading.seen_by(row, now)["words"] == "Seen by 0 of 3"  # Tess, Sam, Cara; Rosa wrote it
    actions.read_it(record=row, by=cast.cara, now=timezone.now())
    actions.read_it(record=row, by=cast.sam, now=timezone.now())
    assert reading.seen_by(row, now)["words"] == "Seen by 2 of 3"
    accounts.end_role(membership=cast.sam.memberships.get(), by=CURA, now=timezone.now())
    seen = reading.seen_by(row, timezone.now())
    assert seen["words"] == "Seen by 1 of 2" and seen["missing"] == ["Tess"]
    counted = reading.with_counts(MustRead.objects.all(), cast.elm, timezone.now()).get()
    assert counted.seen_now == 1


def test_those_on_the_next_shift_when_there_is_a_rota(cast, monkeypatch):
    row = must_read(cast, for_whom=["shift"])
    now = timezone.now()
    assert len(reading.readers(row, now)) == 3  # no rota: everybody
    monkeypatch.setattr(duty, "ON_SHIFT", [lambda home, at: [cast.tess]])
    assert reading.readers(row, now) == [cast.tess]
    assert reading.not_read_by(cast.elm, cast.tess, now) == [row]
    assert reading.not_read_by(cast.elm, cast.cara, now) == []


def test_leads_see_names_and_others_a_number(row, cast, as_user):
    url = reverse("must-reads-detail", args=[row.pk])
    assert "Not yet:" in as_user(cast.tess).get(url).content.decode()
    page = as_user(cast.cara).get(url).content.decode()
    assert "Not yet:" not in page and "Seen by 0 of 3" in page


def test_one_tap_says_it_and_the_button_is_gone(row, cast, as_user):
    client = as_user(cast.cara)
    url = reverse("must-reads-detail", args=[row.pk])
    step = reverse("must-reads-step", args=[row.pk, "read"])
    assert step in client.get(url).content.decode()
    assert client.post(step).status_code == 302
    assert step not in client.get(url).content.decode()
    assert step not in as_user(cast.rosa).get(url).content.decode()  # she wrote it


def test_it_leaves_the_pages_when_it_is_over(row, cast):
    records.reach(
        record=row,
        moment="ended",
        by=cast.tess,
        values={"why_ended": "Mended."},
        now=timezone.now(),
    )
    now = timezone.now()
    assert reading.not_read_by(cast.elm, cast.cara, now) == []
    with pytest.raises(ValidationError):
        actions.read_it(record=row, by=cast.cara, now=timezone.now())


def test_it_is_of_the_house(row, cast):
    for user in (cast.ivy, cast.omar, cast.olga, cast.lin):
        assert not MustRead.objects.visible_to(user).exists()
