"""The people of a child: restrictions first, the social worker one tap away."""

import pytest
from django.urls import reverse

from residents.people.phone import tel
from residents.people.reading import for_header
from tests.residents.records import make


def person(cast, name, who="friend", **fields):
    return make("importantperson", child=cast.kai, by=cast.sam, name=name, who=who, **fields)


@pytest.mark.parametrize(
    "written,dialled",
    [
        ("01632 960123", "+441632960123"),
        ("(01632) 960-123", "+441632960123"),
        ("+44 7700 900111", "+447700900111"),
        ("101", "101"),
        ("0800 1111", "08001111"),
    ],
)
def test_a_number_is_dialled_as_a_telephone_wants_it(written, dialled):
    assert tel(written) == dialled


def test_restrictions_stand_first_then_the_order_of_the_home(cast, as_user):
    person(cast, "Zed Late", place_in_list=90)
    person(cast, "Ann First", place_in_list=1)
    person(cast, "Mum Moss", "mum", limits="No calls. Order of the court.", place_in_list=99)
    page = as_user(cast.cara).get(reverse("people-list", args=[cast.kai.pk])).content.decode()
    places = [page.index(words) for words in ("No calls.", "Ann First", "Zed Late")]
    assert places == sorted(places)


def test_every_number_is_a_link(cast, as_user):
    person(cast, "Uncle", phone="07700 900222", other_phone="01632 960000", email="u@example.org")
    page = as_user(cast.cara).get(reverse("people-list", args=[cast.kai.pk])).content.decode()
    for link in ("tel:+447700900222", "tel:+441632960000", "mailto:u@example.org"):
        assert f'href="{link}"' in page


def test_the_header_rings_the_social_worker_or_the_council(cast):
    assert for_header(cast.kai, cast.cara) == []
    person(cast, "Duty desk", "out_of_hours", phone="01632 960009")
    assert for_header(cast.kai, cast.cara)[0]["words"] == "Ring the council"
    person(cast, "Without number", "social_worker", place_in_list=1)
    person(cast, "Femi Alade", "social_worker", phone="01632 960123", place_in_list=2)
    [phone] = for_header(cast.kai, cast.cara)
    assert (phone["words"], phone["tel"]) == ("Ring social worker", "+441632960123")
    assert for_header(cast.kai, cast.omar) == []


def test_somebody_who_is_gone_leaves_the_page_and_the_header(cast, as_user):
    old = person(cast, "Martin Gone", "social_worker", phone="01632 960123")
    url = reverse("people-step", args=[old.pk, "ended"])
    answer = as_user(cast.sam).post(url, {"ended_why": "Changed jobs; Kai was told on Friday."})
    assert answer.status_code == 302
    assert for_header(cast.kai, cast.cara) == []
    page = as_user(cast.sam).get(reverse("people-list", args=[cast.kai.pk])).content.decode()
    assert "People from before" in page and "Martin Gone" in page


@pytest.mark.parametrize(
    "fields",
    [{"who": "other"}, {"may_ring": "on"}, {"phone": "ring me"}, {"email": "nobody"}],
)
def test_what_would_not_help_in_a_hurry_is_refused(cast, as_user, fields):
    body = {"name": "X", "who": "friend", "place_in_list": "5", "token": ""} | fields
    answer = as_user(cast.sam).post(reverse("people-new", args=[cast.kai.pk]), body)
    assert answer.status_code == 422
