"""Checks at night: only what a plan asks for, in real time, never beforehand, late ones marked."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.urls import reverse

from cura.core.records import actions as record_actions
from cura.core.records import registry, verify
from residents import story
from residents.night import actions, reading, times
from residents.night.models import NightCheck, NightCheckPlan
from tests import builders

PLAN = "residents.nightcheckplan"
NIGHT = date(2026, 11, 20)
Seen = NightCheck.Seen


def at(*parts) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def made(cast, *, first=NIGHT, nights=3, every=60, start="22:00", end="07:00", sign=True, **change):
    last = first + timedelta(days=nights - 1)
    change |= {
        "every_minutes": [str(every)], "from_time": [start], "to_time": [end],
        "first_night": [str(first)], "last_night": [str(last)], "review_on": [str(last)],
    }  # fmt: skip
    now = datetime.combine(first, time(12), tzinfo=UTC)
    plan = builders.make(registry.of(PLAN), subject=cast.kai, by=cast.sam, change=change, now=now)
    if sign:
        plan = record_actions.reach(record=plan, moment="signed", by=cast.sam, now=now)
    return plan


def test_an_ordinary_night_crosses_midnight(cast):
    due = times.due_times(made(cast), NIGHT)
    assert len(due) == 10
    assert due[0] == at(2026, 11, 20, 22) and due[-1] == at(2026, 11, 21, 7)


def test_the_autumn_night_has_one_look_more_and_says_which_hour(cast):
    due = times.due_times(made(cast, first=date(2026, 10, 24), nights=1), date(2026, 10, 24))
    assert len(due) == 11
    words = [reading.clock(moment) for moment in due]
    assert words[3:5] == [
        "01:00 (before the clocks went back)", "01:00 (after the clocks went back)",
    ]  # fmt: skip
    assert len(set(words)) == 11


def test_the_spring_night_has_one_look_less(cast):
    due = times.due_times(made(cast, first=date(2026, 3, 28), nights=1), date(2026, 3, 28))
    assert len(due) == 9
    assert [reading.clock(m) for m in due][2:4] == ["00:00", "02:00"]


def test_a_story_looks_in_only_as_often_as_the_spring_night_has_looks(cast):
    plan = made(cast, first=date(2026, 3, 28), nights=1, start="22:30", end="02:00")
    for clock in (at(2026, 3, 29, 0, 32), at(2026, 3, 29, 1, 31)):  # 00:32, and 02:31 by then
        story.look_in(by=cast.sam, now=clock, about=cast.kai)
    assert [c.due_at for c in NightCheck.objects.filter(plan=plan)] == [at(2026, 3, 29, 0, 30)]


def test_a_time_after_midnight_belongs_to_the_evening_before(cast):
    plan = made(cast, start="00:30", end="02:00", every=30)
    assert times.due_times(plan, NIGHT)[0] == at(2026, 11, 21, 0, 30)
    assert times.night_of(at(2026, 11, 21, 0, 30)) == NIGHT


def test_it_ends_by_itself_and_when_it_is_ended(cast):
    plan = made(cast, nights=3)
    assert times.due_times(plan, NIGHT + timedelta(days=3)) == []
    plan = record_actions.reach(
        record=plan, moment="ended", by=cast.sam, values={"why_ended": "He asked."},
        now=at(2026, 11, 21, 0, 5),
    )  # fmt: skip
    assert times.due_times(plan, NIGHT)[-1] == at(2026, 11, 21, 0, 0)
    assert times.due_times(plan, NIGHT + timedelta(days=1)) == []


@pytest.mark.parametrize("nights,good", [(28, True), (29, False)])
def test_at_most_twenty_eight_nights(cast, nights, good):
    if good:
        assert made(cast, nights=nights)
    else:
        with pytest.raises(AssertionError, match="At most 28"):
            made(cast, nights=nights)


def test_a_new_plan_offers_three_nights(cast):
    form = registry.of(PLAN).form(user=cast.sam, subject=cast.kai, now=at(2026, 11, 20, 14))
    assert form.initial["last_night"] - form.initial["first_night"] == timedelta(days=2)


def look(plan, by, due, now, seen=Seen.ASLEEP, **more):
    return actions.check(plan=plan, due_at=due, seen=seen, by=by, now=now, **more)


def test_nothing_is_written_beforehand(cast):
    plan = made(cast)
    due = at(2026, 11, 20, 23)
    with pytest.raises(ValidationError, match="has not come"):
        look(plan, cast.cara, due, due - timedelta(minutes=11))
    assert look(plan, cast.cara, due, due - timedelta(minutes=9)).at < due


def test_a_late_look_is_written_and_marked(cast):
    plan = made(cast)
    due = at(2026, 11, 21, 3)
    row = look(plan, cast.cara, due, due + timedelta(minutes=40))
    assert times.is_late(due, row.at)
    line = next(
        line
        for line in reading.night(cast.elm, cast.cara, NIGHT, at(2026, 11, 21, 4))[0]["lines"]
        if line["time"] == "03:00"
    )
    assert line["written_late"] and line["state"] == "done"


def test_one_written_in_the_morning_says_both_times(cast):
    plan = made(cast)
    due, now = at(2026, 11, 21, 3), at(2026, 11, 21, 6, 10)
    with pytest.raises(ValidationError, match="what time"):
        look(plan, cast.cara, due, now)
    row = look(plan, cast.cara, due, now, at=at(2026, 11, 21, 3, 2))
    assert not times.is_late(due, row.at)
    assert reading._when(row) == "seen 03:02, written 06:10"
    assert look(plan, cast.cara, at(2026, 11, 21, 4), now, seen=Seen.NOBODY)


def test_two_taps_write_one_line(cast):
    plan = made(cast)
    due = at(2026, 11, 20, 23)
    look(plan, cast.cara, due, due)
    with pytest.raises(ValidationError, match="written already"):
        look(plan, cast.tess, due, due)


def test_only_times_that_the_plan_asks_for(cast):
    with pytest.raises(ValidationError, match="No plan asks"):
        look(made(cast), cast.cara, at(2026, 11, 20, 23, 30), at(2026, 11, 20, 23, 30))
    with pytest.raises(ValidationError, match="not in force"):
        due = at(2026, 11, 20, 23)
        look(made(cast, sign=False), cast.cara, due, due)


def test_a_wrong_tap_is_put_right_beside_the_first_line(cast):
    plan = made(cast)
    due = at(2026, 11, 20, 23)
    wrong = look(plan, cast.cara, due, due)
    right = actions.put_right(
        wrong=wrong, seen=Seen.AWAKE, note="Wrong button.", by=cast.cara, now=due
    )
    shown = reading.checks_of([plan], NIGHT)[plan.pk, due]
    assert shown == right and NightCheck.objects.count() == 2
    with pytest.raises(ValidationError):
        actions.put_right(wrong=wrong, seen=Seen.AWAKE, note="Again.", by=cast.cara, now=due)


def test_a_check_is_never_changed_and_the_log_knows_it(cast):
    plan = made(cast)
    row = look(plan, cast.cara, at(2026, 11, 20, 23), at(2026, 11, 20, 23))
    with pytest.raises(DatabaseError), transaction.atomic():
        NightCheck.objects.filter(pk=row.pk).update(seen=Seen.AWAKE)
    with pytest.raises(DatabaseError), transaction.atomic():
        NightCheck.objects.filter(pk=row.pk).delete()
    assert list(verify.records()) == []


def test_who_does_not_work_here_writes_nothing(cast):
    plan = made(cast)
    for user in (cast.omar, cast.olga, cast.ivy, cast.lin):
        with pytest.raises(PermissionDenied):
            look(plan, user, at(2026, 11, 20, 23), at(2026, 11, 20, 23))


def test_without_a_plan_the_page_says_why_nobody_is_checked(cast, as_user):
    url = reverse("night", args=["elm"])
    assert "Nobody is checked" in as_user(cast.cara).get(url).content.decode()
    assert as_user(cast.omar).get(url).status_code == 404
    assert as_user(cast.ivy).get(url).status_code == 404


def test_by_tap_from_the_list(cast, as_user, time_machine):
    plan = made(cast)
    time_machine.move_to(at(2026, 11, 20, 23, 3))
    client = as_user(cast.cara)
    page = client.get(reverse("night", args=["elm"])).content.decode()
    assert 'name="seen" value="asleep"' in page and "Tonight" in page
    assert page.count('value="2026-11-2') == 2  # 22:00 is past, 23:00 is now, no other has a form
    data = {"due": "2026-11-20T23:00:00+00:00", "seen": "awake", "note": "Reading."}
    assert client.post(reverse("night-look", args=[plan.pk]), data).status_code == 302
    row = NightCheck.objects.get()
    assert (row.seen, row.note, row.by) == ("awake", "Reading.", cast.cara)
    late = {"due": "2026-11-20T22:00:00+00:00", "seen": "asleep", "at": "22:04"}
    client.post(reverse("night-look", args=[plan.pk]), late)
    assert NightCheck.objects.get(seen="asleep").at == at(2026, 11, 20, 22, 4)
    for user in (cast.omar, cast.ivy):
        answer = as_user(user).post(reverse("night-look", args=[plan.pk]), data)
        assert answer.status_code in (403, 404)
    assert NightCheckPlan.objects.count() == 1


def test_going_on_needs_a_reason_of_its_own(cast):
    """Three nights and it ends; the same words again do not make it go on."""
    first = made(cast, why=["He wakes and does not know where he is."])
    later = NIGHT + timedelta(days=3)
    with pytest.raises(AssertionError, match="Going on needs its own reason"):
        made(cast, first=later, why=[f"  {first.why} "])
    assert made(cast, first=later, why=["He slept two nights, and asked for one more week."])
    form = registry.of(PLAN).form(user=cast.sam, subject=cast.kai, now=at(2026, 11, 24, 12))
    assert "There were checks until" in form.fields["why"].help_text
