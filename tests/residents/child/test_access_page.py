"""Who from outside may see a child's file: given, ended, in the log. Managers add new people."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts import actions as accounts
from cura.core.accounts.people import User
from cura.core.accounts.program import CURA
from cura.core.audit.models import AuditEvent
from cura.lib import london
from cura.lib.uuid7 import uuid7
from residents.child import actions
from residents.child.models import ChildGrant
from tests.cast import PASSWORD


def url(child) -> str:
    return reverse("child-access", args=[child.pk])


def sheet(**changed) -> dict:
    return {"token": str(uuid7()), "role": "parent", "proof_password": PASSWORD} | changed


NEW = {"name": "Gil Reed", "username": "Gil.Reed", "email": "gil@example.org"}


@pytest.fixture
def gil(cast):
    return accounts.add_person(
        organisation=cast.acorn, username="gil", name="Gil Reed", by=CURA, now=cast.opened
    )


def child_page(client, child) -> int:
    return client.get(reverse("child", args=[child.pk])).status_code


def test_the_list_says_who_since_when_and_until_when(cast, as_user, gil):
    soon = timezone.now() + timedelta(days=3)
    actions.grant(
        child=cast.kai, user=gil, role="iro", starts=soon, by=cast.rosa, now=timezone.now()
    )
    page = as_user(cast.sam).get(url(cast.kai)).content.decode()
    for words in ("Ivy Cole", "Social worker", "May see it now", london.words(cast.opened),
                  "no end yet", "Not begun yet", "Independent reviewing officer"):  # fmt: skip
        assert words in page, words
    assert AuditEvent.objects.filter(action="child.access", object_id=cast.kai.pk).exists()


def test_only_people_from_outside_can_be_chosen(cast, as_user, gil):
    page = as_user(cast.rosa).get(url(cast.mia)).content.decode()
    assert "Ivy Cole" in page and "Gil Reed" in page
    for who in (cast.cara, cast.omar, cast.olga, cast.lin):
        body = sheet(user=str(who.pk))
        assert f'value="{who.pk}"' not in page
        assert as_user(cast.rosa).post(url(cast.mia), body).status_code == 422
    assert not cast.mia.grants.exists()


def test_it_is_given_until_the_end_of_a_day(cast, as_user, gil):
    day = london.local_date(timezone.now()) + timedelta(days=30)
    client, body = as_user(cast.sam), sheet(user=str(gil.pk), role="iro", last_day=str(day))
    assert client.post(url(cast.mia), body)["Location"] == url(cast.mia)
    client.post(url(cast.mia), body)  # pressed twice
    grant = ChildGrant.objects.get(child=cast.mia)
    assert (grant.user, grant.role, grant.by) == (gil, "iro", cast.sam)
    assert grant.ends == london.day_bounds(day)[1]
    assert AuditEvent.objects.filter(action="grant.given", child_id=cast.mia.pk).count() == 1
    assert child_page(as_user(gil), cast.mia) == 200


def test_the_same_role_is_not_given_twice(cast, as_user):
    body = sheet(user=str(cast.ivy.pk), role="social_worker", last_day="2199-01-01")
    answer = as_user(cast.sam).post(url(cast.kai), body)
    assert answer.status_code == 422
    assert "End that first" in str(answer.context["form"].errors["user"])


def test_who_gives_it_proves_who_she_is(cast, as_user, gil):
    for password in ("", "wrong"):
        body = sheet(user=str(gil.pk), proof_password=password)
        assert as_user(cast.sam).post(url(cast.mia), body).status_code == 422
    assert not cast.mia.grants.exists()


@pytest.mark.parametrize(
    "wrong,name",
    [({"role": ""}, "role"), ({"role": "manager"}, "role"), ({"user": ""}, "user"),
     ({"last_day": "2020-01-01"}, "last_day"), ({"last_day": "9999-12-31"}, "last_day"),
     (NEW, "user"), ({"user": "", "name": "Gil"}, "username"),
     ({"user": "", "name": "Gil", "username": "Rosa"}, "username"),
     ({"user": "", **NEW, "email": "IVY@example.org"}, "email"),
     ({"user": "", **NEW, "username": "g il"}, "username")],
)  # fmt: skip
def test_what_cannot_be_is_said_beside_its_question(cast, as_user, wrong, name):
    body = sheet(user=str(cast.ivy.pk)) | wrong
    answer = as_user(cast.rosa).post(url(cast.mia), body)
    assert answer.status_code == 422
    assert answer.context["form"].errors[name]
    assert not cast.mia.grants.exists() and not User.objects.filter(name__startswith="Gil")


def test_somebody_new_is_added_by_a_manager_and_then_invited(cast, as_user):
    client, body = as_user(cast.rosa), sheet(**NEW, role="social_worker")
    first, second = client.post(url(cast.mia), body), client.post(url(cast.mia), body)
    gil = User.objects.get(username="gil.reed")
    assert str(gil.pk) == body["token"]
    assert first["Location"] == second["Location"] == reverse("invite", args=[gil.pk])
    assert client.get(first["Location"]).status_code == 200
    assert (gil.organisation, gil.has_usable_password()) == (cast.acorn, False)
    assert cast.mia.grants.get().user == gil
    assert not gil.memberships.exists()
    assert AuditEvent.objects.filter(action="person.added", object_id=gil.pk).count() == 1


def test_a_key_worker_adds_no_people(cast, as_user):
    client = as_user(cast.sam)
    assert 'name="username"' not in client.get(url(cast.mia)).content.decode()
    assert client.post(url(cast.mia), sheet(**NEW)).status_code == 422
    assert not User.objects.filter(username="gil.reed").exists()


def test_a_token_that_is_a_colleague_gives_her_nothing(cast, as_user):
    for stranger in (cast.olga, cast.cara):
        body = sheet(**NEW, token=str(stranger.pk))
        assert as_user(cast.rosa).post(url(cast.mia), body).status_code == 422
    assert not cast.mia.grants.exists()


def test_a_grant_is_ended_in_this_second(cast, as_user):
    grant = cast.kai.grants.get()
    address = reverse("child-access-end", args=[cast.kai.pk, grant.pk])
    for who, status in (("cara", 403), ("ivy", 403), ("omar", 404)):
        assert as_user(getattr(cast, who)).post(address).status_code == status
    assert as_user(cast.sam).get(address).status_code == 405
    assert child_page(as_user(cast.ivy), cast.kai) == 200
    page = as_user(cast.sam).post(address, follow=True).content.decode()
    assert "Ivy Cole may not see" in page and "Could see it before" in page
    assert child_page(as_user(cast.ivy), cast.kai) == 404
    grant.refresh_from_db()
    ended = grant.ends
    as_user(cast.sam).post(address)  # it keeps the end that it had
    grant.refresh_from_db()
    assert grant.ends == ended
    assert AuditEvent.objects.filter(action="grant.ended").count() == 1


def test_a_grant_of_another_child_is_not_ended_here(cast, as_user):
    grant = cast.kai.grants.get()
    for number in (grant.pk, 0, 10**30):
        address = reverse("child-access-end", args=[cast.mia.pk, number])
        assert as_user(cast.sam).post(address).status_code == 404
    grant.refresh_from_db()
    assert grant.ends is None
