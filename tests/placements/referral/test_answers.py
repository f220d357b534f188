"""Yes, no, maybe: what follows, and what both databases refuse."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from cura.core.accounts.home import Bed
from cura.core.deadlines.deadline import Deadline
from cura.core.records.verify import records
from placements.referral import actions, reading
from placements.referral.models import Referral
from tests.placements.referral.conftest import NOW

SOON = NOW + timedelta(days=3)


@pytest.fixture
def room(cast):
    return Bed.objects.create(home=cast.elm, name="Landing")


def test_a_mail_fills_what_can_be_read_and_keeps_the_words(asked, cast):
    row = asked()
    assert (row.first_name, row.years(), row.authority) == ("Amara", 13, "Calderbrook City Council")
    assert "goes missing" in row.pasted
    assert list(records(cast.elm.pk)) == []


def test_what_cannot_be_read_is_no_reason_to_refuse_the_mail(asked):
    row = asked("Anything free? " + "x" * 300)
    assert (row.name, row.years()) == ("a child", None)


def test_no_counts_by_reason_and_a_second_press_is_the_same_answer(asked, cast):
    for reason in ("room", "room", "age"):
        row = asked()
        for _ in range(2):
            actions.say_no(record=row, reason=reason, by=cast.tess, now=NOW)
    assert reading.nos_of_month(cast.elm, cast.rosa, NOW) == {"room": 2, "age": 1}
    assert reading.to_answer(cast.elm, cast.rosa) == []


def test_one_room_is_for_one_child(asked, cast, room):
    first, second = asked(), asked()
    plan = {"planned_arrival": SOON, "bed": room, "by": cast.rosa, "now": NOW}
    actions.say_yes(record=first, **plan)
    with pytest.raises(ValidationError, match="Somebody else is to have this room"):
        actions.say_yes(record=second, **plan)
    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.filter(pk=second.pk).update(answer="yes", bed=room)
    actions.never_came(record=first, by=cast.rosa, now=NOW)
    assert actions.say_yes(record=second, **plan).bed == room


def test_a_room_of_another_house_is_refused(asked, cast):
    there = Bed.objects.create(home=cast.oak, name="Blue")
    with pytest.raises(ValidationError, match="another house"):
        actions.say_yes(record=asked(), planned_arrival=SOON, bed=there, by=cast.rosa, now=NOW)


def test_a_stay_of_no_nights_owes_nothing(asked, cast, room):
    """R-0311: accepted, and the grandmother took him."""
    row = asked()
    actions.say_yes(record=row, planned_arrival=SOON, bed=room, by=cast.rosa, now=NOW)
    late = SOON + timedelta(days=1)
    assert [r.pk for r in Referral.objects.not_come(late)] == [row.pk]
    actions.never_came(record=row, by=cast.rosa, now=late)
    row.refresh_from_db()
    assert (row.bed, row.planned_arrival, row.answer) == (None, None, "never_came")
    assert not Referral.objects.not_come(late).exists()
    assert not Deadline.objects.filter(object_id=row.pk).exists()


def test_an_answer_by_mistake_is_taken_back(asked, cast):
    row = actions.say_no(record=asked(), reason="far", by=cast.tess, now=NOW)
    row = actions.open_again(record=row, by=cast.tess, now=NOW)
    assert (row.answer, row.reason, row.answered_at) == ("", "", None)
    assert list(records(cast.elm.pk)) == []


def test_she_came_and_nothing_of_it_is_answered_any_more(asked, cast):
    row = actions.came(record=asked(), child=cast.kai, by=cast.rosa, now=NOW)
    for action in (actions.never_came, actions.withdraw, actions.open_again):
        with pytest.raises(ValidationError):
            action(record=row, by=cast.rosa, now=NOW)


def test_marks_are_taken_and_left_by_a_person(asked, cast):
    row = asked()
    actions.take(record=row, need="missing", said="She goes missing", by=cast.tess, now=NOW)
    actions.leave(record=row, need="fire", by=cast.tess, now=NOW)
    row = actions.leave(record=row, need="missing", by=cast.tess, now=NOW)
    assert (list(row.needs.all()), sorted(row.left)) == ([], ["fire", "missing"])
    row = actions.take(record=row, need="missing", said="She does", by=cast.tess, now=NOW)
    assert ([line.said for line in row.needs.all()], row.left) == (["She does"], ["fire"])
    assert list(records(cast.elm.pk)) == []


def test_who_may_not_write_about_a_coming_answers_nothing(asked, cast):
    with pytest.raises(PermissionDenied):
        actions.say_no(record=asked(), reason="far", by=cast.cara, now=NOW)
