"""A first day belongs to a named person; whatever anybody ticks stays; nothing blocks."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from cura.core.records import verify
from placements.arrival import actions, reading
from placements.arrival.hours import BLOCKS, STEPS, in_turn
from placements.arrival.models import SECTIONS, FirstDay, FirstDayLine
from placements.arrival.reading import Standing
from residents.child.models import Child
from tests.placements.arrival.first import CAME, HOUR, MINUTE, begun, tick

SHOWN_TO_NOBODY = ("bed", "phase", "fee", "hard to place")


def test_it_begins_once_and_belongs_to_the_arrival_person(cast):
    first = begun(cast)
    again = actions.begin(child=cast.kai, person=cast.tess, by=cast.tess, now=CAME + HOUR)
    assert again == first == FirstDay.objects.get()
    assert (first.author, first.home, first.happened_at) == (cast.tess, cast.elm, CAME)
    assert reading.keeper(first).person == cast.cara


def test_a_second_stay_has_a_first_day_of_its_own(cast):
    first = begun(cast)
    Child.objects.filter(pk=cast.kai.pk).update(arrived_at=CAME + timedelta(days=60))
    later = CAME + timedelta(days=60)
    second = actions.begin(child=cast.kai, person=cast.cara, by=cast.tess, now=later)
    assert second != first and second.happened_at == later


def test_handed_over_by_one_tap_and_both_names_stay(cast):
    first = begun(cast)
    actions.hand_over(first_day=first, person=cast.sam, by=cast.sam, now=CAME + 11 * HOUR)
    actions.hand_over(first_day=first, person=cast.sam, by=cast.cara, now=CAME + 12 * HOUR)
    assert [row.person.first_name for row in reading.keepers(first)] == ["Cara", "Sam"]
    with pytest.raises(ValidationError, match="does not work here"):
        actions.hand_over(first_day=first, person=cast.omar, by=cast.sam, now=CAME + 12 * HOUR)


def test_two_people_on_it_at_once_lose_nothing(cast):
    """Each from a page that was opened before the other's tap."""
    first = begun(cast)
    tick(first, "food", cast.cara, words="noodles and toast")
    tick(first, "light", cast.tess, words="on, the small one")
    tick(first, "food", cast.tess, words="and a banana")
    tick(first, "door", cast.cara)
    tick(first, "door", cast.tess)  # the same tap: there is one line
    lines = FirstDayLine.objects.filter(first_day=first)
    assert sorted(lines.values_list("step", flat=True)) == ["door", "food", "food", "light"]
    assert reading.standing(first)["food"].words == "and a banana"
    assert {line.words for line in lines} >= {"noodles and toast", "and a banana"}


def test_not_now_needs_a_reason_and_never_blocks(cast):
    first = begun(cast)
    with pytest.raises(ValidationError):
        tick(first, "look-round", cast.cara, state="not_now")
    tick(first, "look-round", cast.cara, state="not_now", words="asleep on the floor")
    tick(first, "look-round", cast.sam, now=CAME + 10 * HOUR, words="the garden")
    assert reading.standing(first)["look-round"].state == "done"


def test_a_wrong_tap_is_taken_back_unless_somebody_wrote_since(cast):
    first = begun(cast)
    wrong = tick(first, "calm", cast.cara)
    actions.take_back(line=wrong, by=cast.cara, now=CAME + HOUR)
    assert "calm" not in reading.standing(first)
    wrong = tick(first, "calm", cast.cara, now=CAME + HOUR + MINUTE)
    tick(first, "calm", cast.tess, now=CAME + HOUR + 2 * MINUTE, words="drew a goal")
    with pytest.raises(ValidationError, match="since"):
        actions.take_back(line=wrong, by=cast.cara, now=CAME + 2 * HOUR)


def test_refused_in_the_future_to_strangers_and_after_three_days(cast):
    first = begun(cast)
    with pytest.raises(ValidationError, match="not come yet"):
        tick(first, "door", cast.cara, at=CAME + 2 * HOUR)
    with pytest.raises(PermissionDenied):
        tick(first, "door", cast.omar)
    with pytest.raises(ValidationError, match="over"):
        tick(first, "door", cast.cara, now=CAME + 73 * HOUR)
    with pytest.raises(ValidationError, match="no such step"):
        tick(first, "nonsense", cast.cara)


def test_what_is_next_goes_with_the_hours(cast):
    first = begun(cast)
    assert in_turn(CAME, CAME - HOUR)[0].key == "room"  # before the door
    assert in_turn(CAME, CAME + HOUR)[0].key == "door"
    assert in_turn(CAME, CAME + 3 * HOUR)[0].key == "door"  # what is left of the first hours
    assert in_turn(CAME, CAME + 11 * HOUR)[0].key == "wind-down"  # in the morning it waits
    assert len(in_turn(CAME, CAME + 99 * HOUR)) == len(STEPS)
    for step in BLOCKS[1].steps[:7]:
        tick(first, step.key, cast.cara, words="so")
    standing = Standing(first, CAME + HOUR)
    assert standing.line() == (
        "7 of 9 in the first two hours; next: the room door: open, ajar, shut?"
    )
    for step in BLOCKS[1].steps[7:]:
        tick(first, step.key, cast.cara, state="not_now", words="asleep")
    # Put off is put off: the next hours come first.
    assert Standing(first, CAME + 3 * HOUR).next_step().key == "look-round"


def test_what_was_not_understood_comes_again_at_the_end(cast):
    first = begun(cast)
    for key, step in STEPS.items():
        told = {"how": "talked", "understood": "no" if key == "advocate" else "yes"}
        tick(first, key, cast.cara, words="so", **(told if step.ask == "told" else {}))
    assert Standing(first, CAME + HOUR).next_step().key == "advocate"
    tick(first, "advocate", cast.sam, words="so", how="drawn", understood="yes")
    standing = Standing(first, CAME + HOUR)
    assert standing.next_step() is None and standing.line() == "All of it is done."


def test_each_step_has_its_hours_and_a_section_that_is_there():
    assert [block.from_hour for block in BLOCKS] == [-1, 0, 2, 6]
    assert len(STEPS) == sum(len(block.steps) for block in BLOCKS)
    for step in STEPS.values():
        assert len(step.key) <= 20 and step.section in ("", *SECTIONS)
        words = f"{step.title} {step.hint} {step.chosen}".lower().split()
        assert not set(SHOWN_TO_NOBODY) & {word.strip(".,?:") for word in words}, step.key


def test_the_others_are_heard_in_no_file_of_the_child(cast):
    first = begun(cast)
    said = {"when": "before", "who": "Mia", "told": "a boy, twelve", "worries": "zqnoise",
            "feelings": "", "plans": "a door sign"}  # fmt: skip
    for _ in range(2):  # pressed twice
        actions.hear(first_day=first, by=cast.tess, now=CAME + HOUR, **said)
    row = reading.heard_since(cast.elm, CAME)[0]
    assert row.worries == "zqnoise" and len(reading.heard(first)) == 1
    assert not hasattr(row, "child_id") and row.keep == "home_file"
    with pytest.raises(ValidationError, match="Write what they felt"):
        actions.hear(first_day=first, by=cast.tess, now=CAME + HOUR, when="after", who="Mia")


def test_a_name_stands_in_the_pack_only_with_a_yes_of_its_own(cast):
    first = begun(cast)
    actions.name_in_pack(first_day=first, child=cast.mia, agrees=True, by=cast.tess, now=CAME)
    actions.name_in_pack(
        first_day=first, child=cast.mia, agrees=False, by=cast.tess, now=CAME + HOUR
    )
    assert reading.names_in_pack(first) == {cast.mia.pk: False}
    for child in (cast.kai, cast.ola):
        with pytest.raises(ValidationError, match="somebody else who lives here"):
            actions.name_in_pack(first_day=first, child=child, agrees=True, by=cast.tess, now=CAME)


def test_lines_are_never_changed_and_the_log_knows_each(cast):
    first = begun(cast)
    line = tick(first, "door", cast.cara)
    with pytest.raises(DatabaseError), transaction.atomic():
        FirstDayLine.objects.filter(pk=line.pk).update(words="other")
    wrong = [found.where for found in verify.records(cast.elm.pk)]
    assert [where for where in wrong if where.startswith("placements.")] == []


def test_what_is_put_right_keeps_its_list(cast, as_user):
    """A wrong fact in a signed report is replaced; the ticks are those of the same day."""
    first = begun(cast)
    tick(first, "door", cast.cara)
    new = FirstDay.objects.create(
        child=cast.kai, home=cast.elm, author=cast.tess, happened_at=CAME, replaces=first,
        created_at=timezone.now(),
    )  # fmt: skip
    assert "door" in reading.standing(new) and reading.keeper(new).person == cast.cara
