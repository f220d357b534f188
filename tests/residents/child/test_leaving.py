"""A child leaves: who from outside may see her file, and for how long. Each end can be changed."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts import access
from cura.core.accounts import actions as accounts
from cura.core.accounts.program import CURA
from cura.core.accounts.roles import CHILD_CHOICES
from cura.core.audit.models import AuditEvent
from cura.core.permissions import Permission as P
from cura.lib import london
from residents.child import actions
from residents.child.leaving import STANDS_AFTER_LEAVING
from residents.diary import feed
from tests.cast import PASSWORD, mover

NOW = timezone.now

WEEKS = timedelta(days=28)


@pytest.fixture
def mum(cast):
    person = accounts.add_person(
        organisation=cast.acorn, username="mum", name="Mum M", by=CURA, now=NOW()
    )
    actions.grant(child=cast.kai, user=person, role="parent", by=cast.rosa, now=cast.opened)
    return person


def ends(child) -> dict:
    return {grant.user.username: grant.ends for grant in child.grants.select_related("user")}


def test_every_role_from_outside_has_its_rule():
    assert STANDS_AFTER_LEAVING.keys() == {code for code, _ in CHILD_CHOICES}


def test_a_social_worker_keeps_the_file_four_weeks_and_a_parent_loses_it(cast, mum, client):
    now = timezone.now()
    secret, ics = feed.make(by=mum, now=now), "diary-ics"
    assert client.get(reverse(ics, args=[secret])).status_code == 200
    left = now - timedelta(days=1)
    actions.leave(child=cast.kai, left_at=left, by=cast.sam, now=now)
    assert ends(cast.kai) == {"ivy": left + WEEKS, "mum": now}
    assert client.get(reverse(ics, args=[secret])).status_code == 404
    assert not access.scope(mum, P.DIARY_READ)
    for at, sees in ((now, True), (left + WEEKS, False)):
        assert bool(access.scope(cast.ivy, P.CHILD_READ, at)) == sees
    log = AuditEvent.objects.filter(action__startswith="grant.", child_id=cast.kai.pk)
    assert set(log.values_list("action", flat=True)) >= {"grant.changed", "grant.ended"}


def test_it_never_lengthens_what_was_given_nor_begins_what_had_not(cast, mum):
    now = timezone.now()
    soon, later = now + timedelta(days=3), now + timedelta(days=90)
    (given,) = cast.kai.grants.filter(user=cast.ivy)
    actions.change_end(grant=given, ends=soon, by=cast.rosa, now=NOW())
    actions.grant(child=cast.kai, user=mum, role="iro", starts=later, by=cast.rosa, now=NOW())
    actions.leave(child=cast.kai, by=cast.rosa, now=now)
    given.refresh_from_db()
    assert given.ends == soon
    assert cast.kai.grants.get(role="iro").ends == later  # it ends as it begins
    assert not access.scope(mum, P.PLAN_READ, later + timedelta(days=1))


def test_written_late_it_ends_now_and_not_before(cast):
    now = timezone.now()
    actions.leave(child=cast.kai, left_at=now - 2 * WEEKS, by=cast.rosa, now=now)
    assert ends(cast.kai) == {"ivy": now}


def test_to_another_home_of_ours_every_grant_stays(cast, mum):
    actions.move(child=cast.kai, home=cast.oak, by=mover(cast), now=NOW())
    assert ends(cast.kai) == {"ivy": None, "mum": None}


def test_the_leaving_page_says_who_keeps_it_until_when(cast, as_user, mum):
    page = as_user(cast.sam).get(reverse("child-leave", args=[cast.kai.pk])).content.decode()
    assert "Mum M (Parent): ends with the leaving" in page
    assert "Ivy Cole (Social worker): until" in page


def until(grant) -> str:
    return reverse("child-access-until", args=[grant.child_id, grant.pk])


def test_the_end_is_changed_on_the_page(cast, as_user):
    actions.leave(child=cast.kai, by=cast.rosa, now=NOW())
    grant, client = cast.kai.grants.get(), as_user(cast.sam)
    shown = client.get(reverse("child-access", args=[cast.kai.pk])).content.decode()
    assert until(grant) in shown and london.words(grant.ends) in shown
    assert f'value="{london.local_date(grant.ends)}"' in client.get(until(grant)).content.decode()
    day = london.local_date(timezone.now()) + timedelta(days=60)
    body = {"last_day": str(day), "proof_password": PASSWORD}
    assert client.post(until(grant), body | {"proof_password": "x"}).status_code == 422
    assert client.post(until(grant), body | {"last_day": ""}).status_code == 422
    assert client.post(until(grant), body | {"last_day": "2020-01-01"}).status_code == 422
    assert client.post(until(grant), body).status_code == 302
    grant.refresh_from_db()
    assert grant.ends == london.day_bounds(day)[1]


@pytest.mark.parametrize("who,status", [("cara", 403), ("ivy", 403), ("omar", 404)])
def test_who_may_not_change_the_end(cast, as_user, who, status):
    grant, client = cast.kai.grants.get(), as_user(getattr(cast, who))
    assert client.get(until(grant)).status_code == status
    assert client.post(until(grant), {}).status_code == status
    with pytest.raises(PermissionDenied):
        actions.change_end(grant=grant, ends=None, by=getattr(cast, who), now=NOW())


def test_what_ended_is_not_prolonged_and_nothing_is_open_after_she_left(cast, mum):
    actions.leave(child=cast.kai, by=cast.rosa, now=NOW())
    over, running = cast.kai.grants.get(user=mum), cast.kai.grants.get(user=cast.ivy)
    later = timezone.now() + WEEKS
    for wrong in (
        lambda: actions.change_end(grant=over, ends=later, by=cast.rosa, now=NOW()),
        lambda: actions.change_end(grant=running, ends=None, by=cast.rosa, now=NOW()),
        lambda: actions.grant(child=cast.kai, user=mum, role="parent", by=cast.rosa, now=NOW()),
    ):
        with pytest.raises(ValidationError):
            wrong()
    actions.grant(child=cast.kai, user=mum, role="parent", ends=later, by=cast.rosa, now=NOW())
