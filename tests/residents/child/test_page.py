"""The child's own page, the children of a home, and who is shown which door."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts import actions as accounts
from cura.core.accounts.program import CURA
from cura.core.audit.models import AuditEvent
from cura.core.panels.views import LANDINGS
from residents.child import actions
from residents.child.header import child_header
from tests.residents.records import make, signed

PAGE_QUERIES = 56  # two or three for each panel, however much was written


def url(child) -> str:
    return reverse("child", args=[child.pk])


@pytest.mark.parametrize(
    "who,status",
    [("cara", 200), ("sam", 200), ("rosa", 200), ("ivy", 200), ("omar", 404), ("olga", 404),
     ("lin", 404), ("ned", 404)],
)  # fmt: skip
def test_who_may_read_a_childs_page(cast, as_user, who, status):
    assert as_user(getattr(cast, who)).get(url(cast.kai)).status_code == status


def test_a_parent_with_the_diary_only_gets_no_page_and_no_list(cast, as_user):
    actions.grant(child=cast.kai, user=cast.ned, role="parent", by=cast.rosa, now=timezone.now())
    client = as_user(cast.ned)
    assert client.get(url(cast.kai)).status_code == 404
    assert client.get(reverse("children")).status_code == 404


def test_each_reading_is_in_the_log(cast, as_user):
    as_user(cast.cara).get(url(cast.kai))
    event = AuditEvent.objects.get(action="child.read")
    assert (event.actor, event.object_id) == ("Cara Moss", cast.kai.pk)


def test_the_page_leads_to_everything_in_one_tap(cast, as_user):
    make("importantperson", child=cast.kai, by=cast.sam, name="Femi Alade", who="social_worker",
         phone="01632 960123")  # fmt: skip
    page = as_user(cast.sam).get(url(cast.kai)).content.decode()
    assert 'href="tel:+441632960123"' in page
    for name in ("who-decides-list", "people-list", "key-work-list", "daily-notes-list"):
        assert reverse(name, args=[cast.kai.pk]) in page


def test_the_page_costs_the_same_however_much_was_written(cast, as_user):
    client = as_user(cast.sam)

    def cost() -> int:
        with CaptureQueriesContext(connection) as found:
            assert client.get(url(cast.kai)).status_code == 200
        return len(found)

    fill(cast, 1)
    client.get(url(cast.kai))
    one = cost()
    fill(cast, 6)
    assert cost() == one
    assert one <= PAGE_QUERIES


def fill(cast, times: int) -> None:
    for _ in range(times):
        make("alert", child=cast.kai, by=cast.tess)
        make("importantperson", child=cast.kai, by=cast.sam, phone="01632 960123")
        signed("keywork", child=cast.kai, by=cast.sam)
        signed("dailynote", child=cast.kai, by=cast.sam)
        signed("aboutme", child=cast.kai, by=cast.sam, food="Toast.")


def test_the_children_are_faces_and_those_who_left_stand_apart(cast, as_user):
    actions.leave(child=cast.mia, by=cast.rosa, now=timezone.now())
    page = as_user(cast.cara).get(reverse("children")).content.decode()
    assert page.index(url(cast.kai)) < page.index("Lived here before") < page.index(url(cast.mia))
    assert url(cast.ola) not in page
    assert "lived here before" in as_user(cast.cara).get(url(cast.mia)).content.decode()


def test_an_administrator_has_no_list_of_children(cast, as_user):
    assert as_user(cast.lin).get(reverse("children")).status_code == 404


@pytest.mark.parametrize("role,place", [("social_worker", "child"), ("parent", "diary-list")])
def test_an_outsider_lands_where_she_was_let_in(cast, as_user, role, place):
    guest = accounts.add_person(
        organisation=None, username="gil", name="Gil Reed", by=CURA, now=timezone.now()
    )
    actions.grant(child=cast.kai, user=guest, role=role, by=cast.rosa, now=timezone.now())
    answer = as_user(guest).get("/")
    assert answer["Location"] == reverse(place, args=[cast.kai.pk])


def test_an_outsider_with_two_children_lands_on_their_list(cast, as_user):
    actions.grant(
        child=cast.mia, user=cast.ivy, role="social_worker", by=cast.rosa, now=timezone.now()
    )
    assert as_user(cast.ivy).get("/")["Location"] == reverse("children")
    page = as_user(cast.ivy).get(reverse("children")).content.decode()
    assert url(cast.kai) in page and url(cast.mia) in page


def test_a_grant_that_ended_leads_nowhere(cast):
    for grant in cast.kai.grants.all():
        actions.end_grant(grant=grant, by=cast.rosa, now=timezone.now() - timedelta(seconds=1))
    assert not any(landing(cast.ivy) for landing in LANDINGS)


def test_a_parent_sees_the_name_above_the_diary_and_no_more(cast, rf):
    make("alert", child=cast.kai, by=cast.sam, words="No calls with S.R.")
    actions.grant(child=cast.kai, user=cast.ned, role="parent", by=cast.rosa, now=timezone.now())
    request = rf.get("/")
    request.user = cast.ned
    head = child_header(request, cast.kai)
    assert head["name"] == "Kai"
    assert [link["title"] for link in head["links"]] == ["Diary"]
    assert set(head) == {"name", "links"}
