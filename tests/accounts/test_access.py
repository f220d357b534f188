"""Who may see what: to the second, one home, an organisation, one child, less what is hidden."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.utils import timezone

from cura.core.accounts import access, actions, soft
from cura.core.accounts.membership import HomeUserObjectPermission, Membership
from cura.core.accounts.program import CURA
from cura.core.accounts.roles import role
from cura.core.permissions import Permission as P
from cura.core.records import guards

SECOND = timedelta(seconds=1)


def test_a_role_reaches_its_home_and_no_other(cast):
    assert access.has(cast.sam, P.DAILY_WRITE, cast.elm)
    assert not access.has(cast.sam, P.DAILY_WRITE, cast.oak)
    assert not access.has(cast.sam, P.RECORD_REVIEW, cast.elm)
    with pytest.raises(PermissionDenied, match="Review"):
        access.require(cast.sam, P.RECORD_REVIEW, cast.elm)


def test_it_begins_and_ends_in_the_second_that_it_names(cast):
    noon = timezone.now() + timedelta(days=3)
    actions.give_role(
        user=cast.ivy,
        role="care",
        home=cast.oak,
        by=cast.lin,
        starts=noon,
        ends=noon + 8 * SECOND,
        now=timezone.now(),
    )
    seen = {
        offset: cast.oak.pk in access.scope(cast.ivy, P.DAILY_READ, noon + offset * SECOND).homes
        for offset in (-1, 0, 7, 8)
    }
    assert seen == {-1: False, 0: True, 7: True, 8: False}


def test_a_role_that_ended_yesterday_gives_nothing(cast):
    assert not access.rights(cast.ned).homes
    assert HomeUserObjectPermission.objects.filter(user=cast.ned).exists()  # the dates decide


def test_ending_a_role_inside_a_request_is_felt_inside_it(cast):
    with access.remembering():
        assert access.has(cast.sam, P.DAILY_READ, cast.elm)
        actions.end_role(membership=cast.sam.memberships.get(), by=cast.rosa, now=timezone.now())
        assert not access.has(cast.sam, P.DAILY_READ, cast.elm)


def test_of_two_roles_one_may_end(cast):
    second = actions.give_role(
        user=cast.sam, role="care", home=cast.elm, by=cast.rosa, now=timezone.now()
    )
    actions.end_role(membership=second, by=cast.rosa, now=timezone.now())
    assert access.has(cast.sam, P.PLAN_WRITE, cast.elm)


def test_a_role_of_the_organisation_reaches_homes_opened_later(cast):
    ash = actions.open_home(
        organisation=cast.acorn, name="Ash House", by=cast.lin, now=timezone.now()
    )
    assert access.has(cast.lin, P.HOME_MANAGE, ash)
    assert not access.has(cast.lin, P.HOME_MANAGE, cast.far)


def test_a_child_granted_alone_is_seen_alone(cast):
    scope = access.scope(cast.ivy, P.CHILD_READ)
    assert (scope.homes, scope.children) == (frozenset(), frozenset({cast.kai.pk}))
    assert not access.scope(cast.ivy, P.DAILY_WRITE)


def test_whoever_provides_children_is_asked(cast, monkeypatch):
    granted = {P.CHILD_READ: frozenset({cast.ola.pk})}
    monkeypatch.setattr(access, "CHILDREN_GRANTED", [lambda user, now: granted])
    monkeypatch.setattr(access, "FILES_KEPT_AT", [lambda homes: {cast.kai.pk: cast.elm.pk}])
    assert access.scope(cast.sam, P.CHILD_READ).children == {cast.kai.pk, cast.ola.pk}


def test_an_excluded_record_is_named_until_that_ends(cast):
    record = SimpleNamespace(
        pk=cast.kai.pk, home_id=cast.elm.pk, _meta=SimpleNamespace(label_lower="x.note")
    )
    row = actions.exclude(
        user=cast.sam, record=record, why="about him", by=cast.rosa, now=timezone.now()
    )
    assert access.scope(cast.sam, P.DAILY_READ).excluded == {record.pk}
    actions.end_exclusion(exclusion=row, by=cast.rosa, now=timezone.now())
    assert not access.scope(cast.sam, P.DAILY_READ).excluded


def test_a_disabled_person_has_no_rights(cast):
    assert not access.rights(actions.disable(user=cast.sam, by=cast.rosa, now=timezone.now())).homes


def test_a_request_asks_three_queries_for_any_number_of_permissions(
    cast, monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr(access, "CHILDREN_GRANTED", [])
    with access.remembering(), django_assert_num_queries(3):
        for permission in P:
            access.scope(cast.rosa, permission)


def test_grants_fit_the_roles_after_every_migrate(cast):
    Membership.objects.filter(user=cast.sam).update(role="care")
    actions.sync_access()
    held = set(cast.sam.memberships.get().grants.values_list("permission__codename", flat=True))
    assert held == {str(p) for p in role("care").grants}


@pytest.mark.django_db(transaction=True)
def test_permissions_are_there_again_after_a_flush():
    guards.remove()
    call_command("flush", interactive=False)
    home = actions.open_home(
        organisation=actions.open_organisation(name="A", by=CURA, now=timezone.now()),
        name="B",
        by=CURA,
        now=timezone.now(),
    )
    person = actions.add_person(
        organisation=home.organisation, username="p", name="Pat", by=CURA, now=timezone.now()
    )
    actions.give_role(user=person, role="care", home=home, by=CURA, now=timezone.now())
    assert access.has(person, P.DAILY_READ, home)


def test_a_home_and_a_child_say_themselves_where_they_stand(cast):
    """In the log and in every soft reference, without the ground knowing a table above it."""
    home, child = soft.of(cast.elm), soft.of(cast.kai)
    assert (home["home_id"], home["child_id"]) == (cast.elm.pk, None)
    assert (child["home_id"], child["child_id"]) == (cast.elm.pk, cast.kai.pk)
    assert (home["permission"], child["permission"]) == (P.HOME_READ, P.CHILD_READ)
    assert soft.reading(type(cast.sam)) == ""
