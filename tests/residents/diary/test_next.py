"""On a child's page: what is next for this child, seven days on."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from residents.child import actions
from residents.diary.panels import next_days
from tests.residents.child.test_moving import diary


def shown(cast, child, user) -> list[str]:
    words = next_days(subject=child, user=user, now=timezone.now())
    return [entry["title"] for entry in words["entries"]]


def test_seven_days_of_this_child_the_soonest_first(cast):
    diary(cast, cast.elm, cast.kai, cast.sam, "Swimming", ahead=timedelta(days=6))
    diary(cast, cast.elm, cast.kai, cast.sam, "Dentist", ahead=timedelta(hours=1))
    diary(cast, cast.elm, cast.kai, cast.sam, "Camp", ahead=timedelta(days=9))
    diary(cast, cast.elm, cast.kai, cast.sam, "Over", ahead=timedelta(hours=-2))
    diary(cast, cast.elm, cast.mia, cast.sam, "Choir", ahead=timedelta(hours=1))
    assert shown(cast, cast.kai, cast.sam) == ["Dentist", "Swimming"]
    assert shown(cast, cast.kai, cast.omar) == []


def test_it_stands_on_the_page_and_says_when_there_is_nothing(cast, as_user):
    url = reverse("child", args=[cast.kai.pk])
    page = as_user(cast.cara).get(url).content.decode()
    assert "Next in the diary" in page and "for the next seven days" in page
    diary(cast, cast.elm, cast.kai, cast.sam, "Dentist")
    assert "Dentist" in as_user(cast.cara).get(url).content.decode()


def test_more_than_fit_is_said(cast):
    for n in range(10):
        diary(cast, cast.elm, cast.kai, cast.sam, f"No {n}", ahead=timedelta(hours=n + 1))
    words = next_days(subject=cast.kai, user=cast.sam, now=timezone.now())
    assert (len(words["entries"]), words["more"]) == (8, True)


def test_nothing_for_a_child_who_left(cast):
    left = actions.leave(child=cast.mia, by=cast.rosa, now=timezone.now())
    assert next_days(subject=left, user=cast.sam, now=timezone.now()) is None
