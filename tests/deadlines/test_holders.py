"""Who is meant, asked at the moment of telling; and what a page says of what is due."""

from cura.core.accounts import actions as accounts
from cura.core.accounts import duty
from cura.core.accounts.program import CURA
from cura.core.deadlines import reading
from cura.core.deadlines.deadline import Deadline
from cura.core.deadlines.holders import holders
from cura.core.deadlines.rules import DeadlineRule
from cura.core.records import registry
from tests import builders
from tests.deadlines.conftest import declared
from tests.deadlines.mend import DAY, HOUR, NOW, mended, row
from tests.deadlines.test_offsets import at


def names(held) -> list:
    return sorted(user.username for user in held.people)


def test_whoever_holds_the_role_there_now(broken, cast):
    held = row(broken())
    assert names(holders("manager", held, NOW)) == ["rosa"]
    assert names(holders("lead", held, NOW)) == ["tess"]
    assert holders("manager", held, NOW).gap == ""


def test_a_role_of_the_whole_organisation_reaches_its_homes(broken, cast):
    accounts.give_role(user=cast.lin, role="ri", organisation=cast.acorn, by=CURA, now=NOW)
    assert names(holders("ri", row(broken()), NOW)) == ["lin"]


def test_nobody_there_the_next_level_and_the_gap_is_said(broken, cast):
    held = row(broken())
    found = holders("deputy", held, NOW)
    assert (names(found), found.code, found.gap) == (["rosa"], "manager", "deputy")
    accounts.end_role(membership=cast.rosa.memberships.get(), by=CURA, now=NOW)
    found = holders("manager", held, NOW + HOUR)
    assert (found.people, found.gap) == ([], "manager")


def test_somebody_whose_account_is_closed_is_nobody(broken, cast):
    held = row(broken())
    accounts.disable(user=cast.tess, by=cast.lin, now=NOW)
    assert holders("lead", held, NOW).code == "manager"


def test_the_author_and_who_is_on_shift(broken, cast, monkeypatch):
    held = row(broken())
    assert names(holders("author", held, NOW)) == ["cara"]
    here = {cast.elm: [cast.sam]}
    monkeypatch.setattr(duty, "ON_SHIFT", [lambda home, now: here.get(home, [])])
    assert names(holders("shift", held, NOW)) == ["sam"]
    monkeypatch.setattr(duty, "ON_SHIFT", [])
    found = holders("shift", held, NOW)
    assert (names(found), found.gap) == (["tess"], "shift")


def test_the_key_worker_of_the_child_whom_it_is_about(cast):
    rule = DeadlineRule(duty="R35-CHILD", model="residents.dailynote", title="Talk with {child}")
    with declared(rule):
        note = builders.make(registry.of(rule.label), subject=cast.kai, by=cast.cara, now=NOW)
        held = row(note, "R35-CHILD")
        assert (held.title, held.child_id) == ("Talk with Kai", cast.kai.pk)
        assert holders("key_worker", held, NOW).gap == "key_worker"
        type(cast.kai).objects.filter(pk=cast.kai.pk).update(key_worker=cast.sam)
        assert names(holders("key_worker", held, NOW)) == ["sam"]
        assert held in Deadline.objects.visible_to(cast.cara)
        for stranger in (cast.omar, cast.olga, cast.ned):
            assert held not in Deadline.objects.visible_to(stranger)
        accounts.exclude(user=cast.cara, record=note, why="part of it", by=cast.rosa, now=NOW)
        assert held not in Deadline.objects.visible_to(cast.cara)


def test_how_many_are_up_to_date_and_which_are_not(broken, cast):
    late, soon, done = broken(NOW - 5 * DAY), broken(NOW), broken(NOW - DAY)
    mended(done, NOW)
    rows = reading.of_home(cast.rosa, cast.elm, NOW).filter(rule="LADO")
    assert reading.counts(rows.ours(), NOW).words == "1 of 2 up to date"
    assert [d.object_id for d in reading.overdue(rows, NOW)] == [late.pk]
    assert [d.object_id for d in reading.due_soon(rows, NOW, 3 * DAY)] == [soon.pk]
    assert reading.counts(rows.theirs(), NOW).total == 0


def test_what_others_owe_stands_apart(cast, check):
    rule = DeadlineRule(duty="MISS-RHI", model="compliance.gardencheck")
    with declared(rule):
        check("gardencheck", NOW - 9 * DAY)
        rows = reading.of_home(cast.rosa, cast.elm, NOW)
        assert reading.counts(rows.ours(), NOW).total == 0
        assert reading.counts(rows.theirs(), NOW).overdue == 1


def test_the_strip_of_twelve_months_shows_the_worst_of_each(check, cast):
    """Due on 17 April and done before; due on 24 April and done in June; due next week."""
    for day in ("2026-04-10", "2026-04-17", "2026-06-08"):
        check("firealarmtest", at(f"{day}T09:00"))
    strip = reading.strip(reading.of_home(cast.rosa, cast.elm, NOW), NOW)["FIRE-WEEK"]
    assert [month.first.month for month in strip] == [7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6]
    assert [month.state for month in strip] == ["none"] * 9 + ["late", "none", "waiting"]
    assert (strip[9].met, strip[9].late) == (1, 1)
    later = reading.strip(reading.of_home(cast.rosa, cast.elm, NOW), NOW + 9 * DAY)["FIRE-WEEK"]
    assert later[-1].state == "overdue"
