"""Each action asks for itself whether `by` may do it; a page that forgot would be refused here."""

import inspect
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from cura.core.accounts import access, actions, invitations, pins, sessions, tablets
from cura.core.accounts.forms import MeForm
from cura.core.accounts.home import BankHolidayOverride
from cura.core.accounts.program import CURA
from residents.daily.record import daily_note
from tests import builders

NOW = timezone.now


def refused(call, *people):
    for by in people:
        with pytest.raises(PermissionDenied):
            call(by)


def acts(cast) -> dict:
    """Every action of these rooms as call(by), with who may not do it and who may."""
    bed = actions.add_bed(home=cast.elm, name="Blue", by=CURA, now=NOW())
    tablet, _ = tablets.register(home=cast.elm, name="hall", by=cast.rosa, now=NOW())
    note = builders.make(daily_note, subject=cast.kai, by=cast.rosa)
    held = actions.give_role(user=cast.ned, role="care", home=cast.elm, by=CURA, now=NOW())
    row = actions.exclude(user=cast.tess, record=note, why="x", by=cast.rosa, now=NOW())
    person = {"organisation": cast.acorn, "username": "pia", "name": "Pia"}
    few, most = (cast.cara, cast.olga, "Cura"), (cast.cara, cast.rosa, cast.olga, "Cura")
    return {
        actions.open_organisation: (
            lambda by: actions.open_organisation(name="New", by=by, now=NOW()),
            (*most, cast.lin),
            CURA,
        ),
        actions.open_home: (
            lambda by: actions.open_home(organisation=cast.acorn, name="Ash", by=by, now=NOW()),
            most,
            cast.lin,
        ),
        actions.add_bed: (
            lambda by: actions.add_bed(home=cast.elm, name="Red", by=by, now=NOW()),
            few,
            cast.rosa,
        ),
        actions.add_holiday: (
            lambda by: actions.add_holiday(
                day=NOW().date(), is_holiday=True, why="x", by=by, now=NOW()
            ),
            most,
            cast.lin,
        ),
        actions.change: (
            lambda by: actions.change(row=bed, values={"name": "Sky"}, by=by, now=NOW()),
            few,
            cast.rosa,
        ),
        actions.add_person: (
            lambda by: actions.add_person(**person, by=by, now=NOW()),
            few,
            cast.rosa,
        ),
        actions.give_role: (
            lambda by: actions.give_role(
                user=cast.ivy, role="care", home=cast.elm, by=by, now=NOW()
            ),
            (*few, cast.ivy),
            cast.rosa,
        ),
        actions.end_role: (
            lambda by: actions.end_role(membership=held, by=by, now=NOW()),
            few,
            cast.rosa,
        ),
        actions.disable: (
            lambda by: actions.disable(user=cast.ned, by=by, now=NOW()),
            (*few, cast.ned),
            cast.rosa,
        ),
        actions.exclude: (
            lambda by: actions.exclude(user=cast.cara, record=note, why="x", by=by, now=NOW()),
            (cast.cara, cast.olga, cast.lin, cast.tess),
            cast.rosa,
        ),
        actions.end_exclusion: (
            lambda by: actions.end_exclusion(exclusion=row, by=by, now=NOW()),
            (cast.cara, cast.olga, cast.lin, cast.tess),
            cast.rosa,
        ),
        invitations.invite: (
            lambda by: invitations.invite(user=cast.sam, by=by, now=NOW()),
            few,
            cast.rosa,
        ),
        pins.set_pin: (
            lambda by: pins.set_pin(user=cast.sam, pin="8361", by=by, now=NOW()),
            (*few, cast.rosa),
            cast.sam,
        ),
        sessions.end_all: (
            lambda by: sessions.end_all(user=cast.sam, by=by, now=NOW()),
            few,
            cast.rosa,
        ),
        tablets.register: (
            lambda by: tablets.register(home=cast.elm, name="shed", by=by, now=NOW()),
            few,
            cast.rosa,
        ),
        tablets.end: (lambda by: tablets.end(tablet=tablet, by=by, now=NOW()), few, cast.rosa),
    }


CARRIED = {actions.carry_exclusions}  # asks nobody, and says why


def test_every_action_refuses_who_may_not_and_lets_who_may(cast):
    known = acts(cast)
    for call, may_not, may in known.values():
        refused(call, *may_not)
        call(may)
    rooms = (actions, invitations, pins, sessions, tablets)
    declared = {
        each
        for room in rooms
        for name, each in inspect.getmembers(room, inspect.isfunction)
        if each.__module__ == room.__name__ and not name.startswith("_")
        and "by" in inspect.signature(each).parameters
    }  # fmt: skip
    assert declared - CARRIED == known.keys()


def test_of_her_own_account_she_changes_what_is_hers(cast):
    actions.change(
        row=cast.sam,
        values={"theme": "dark", "phone": "01632 960111"},
        by=cast.sam,
        now=NOW(),
    )
    refused(
        lambda by: actions.change(row=cast.sam, values={"email": "a@b.org"}, by=by, now=NOW()),
        cast.sam,
    )
    refused(
        lambda by: actions.change(row=cast.rosa, values={"name": "X"}, by=by, now=NOW()),
        cast.sam,
    )


def test_what_is_hers_is_what_her_own_page_asks():
    assert set(MeForm.Meta.fields) == actions.HER_OWN


@pytest.mark.parametrize("name", ["elm", "acorn"])
def test_a_care_worker_changes_no_place(cast, name):
    row = getattr(cast, name)
    refused(
        lambda by: actions.change(row=row, values={"name": "X"}, by=by, now=NOW()),
        cast.cara,
    )


def test_settings_and_holidays_have_their_keepers(cast):
    idle = {"idle_minutes": 10}
    refused(
        lambda by: actions.change(row=cast.elm.settings, values=idle, by=by, now=NOW()),
        cast.tess,
    )
    day = BankHolidayOverride.objects.create(day=NOW().date(), why="x")
    refused(
        lambda by: actions.change(row=day, values={"why": "y"}, by=by, now=NOW()),
        cast.rosa,
    )
    assert actions.change(row=day, values={"why": "y"}, by=cast.lin, now=NOW()).why == "y"


def test_nobody_is_kept_from_a_record_by_one_below_or_beside_her(cast):
    note = builders.make(daily_note, subject=cast.kai, by=cast.tess)
    heights = {"deputy": 1, "manager": 2, "ri": 3, "director": 3, "inspector": None}
    people = dict.fromkeys(heights, cast.rosa)
    for role in heights.keys() - {"manager"}:
        people[role] = actions.add_person(
            organisation=cast.acorn, username=role, name=role.title(), by=CURA, now=NOW()
        )
        actions.give_role(user=people[role], role=role, home=cast.elm, by=CURA, now=NOW())
    for role, by in people.items():
        for other, person in people.items():
            mine, theirs = heights[role], heights[other]
            if by == person or None in (mine, theirs) or not (mine > theirs or mine == theirs == 3):
                refused(
                    lambda b, p=person: actions.exclude(
                        user=p, record=note, why="x", by=b, now=NOW()
                    ),
                    by,
                )
                continue
            row = actions.exclude(user=person, record=note, why="x", by=by, now=NOW())
            assert not note.open_to(person, "daily_read")
            actions.end_exclusion(exclusion=row, by=by, now=NOW())


def test_what_the_responsible_individual_decided_a_manager_does_not_undo(cast):
    note = builders.make(daily_note, subject=cast.kai, by=cast.tess)
    actions.give_role(user=cast.ivy, role="ri", home=cast.elm, by=CURA, now=NOW())
    row = actions.exclude(user=cast.sam, record=note, why="x", by=cast.ivy, now=NOW())
    refused(lambda by: actions.end_exclusion(exclusion=row, by=by, now=NOW()), cast.rosa)


def test_an_exclusion_with_an_end_ends_by_itself_and_is_made_once(cast):
    note, now = builders.make(daily_note, subject=cast.kai, by=cast.tess), NOW()
    until = now + timedelta(days=2)
    row = actions.exclude(user=cast.sam, record=note, why="x", until=until, by=cast.rosa, now=now)
    again = actions.exclude(user=cast.sam, record=note, why="y", by=cast.rosa, now=now)
    assert again == row and row.ended_by == cast.rosa
    seen = {d: note.pk in access.scope(cast.sam, "daily_read", now + timedelta(days=d)).excluded
            for d in (1, 2)}  # fmt: skip
    assert seen == {1: True, 2: False}
