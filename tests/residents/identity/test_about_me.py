"""Who a child is, in the child's own words: the newest page stands, the older ones stay."""

from django.urls import reverse
from django.utils import timezone

from residents.identity.models import AboutMe
from residents.identity.reading import latest
from tests.residents.records import make, signed

HOUR = timezone.timedelta(hours=1)


def about(cast, how=signed, **fields):
    return how("aboutme", child=cast.kai, by=cast.sam, **fields)


def test_one_thing_at_least(cast, as_user):
    url = reverse("about-me-new", args=[cast.kai.pk])
    answer = as_user(cast.sam).post(url, {"happened_at": "2026-11-20T10:00"})
    assert answer.status_code == 422
    assert "Write one thing at least" in answer.content.decode()


def test_the_newest_signed_page_stands(cast, as_user):
    now = timezone.now()
    about(cast, food="Toast.", now=now - 2 * HOUR)
    newest = about(cast, food="Jollof.", now=now - HOUR)
    about(cast, make, food="Half a sentence")
    assert latest(cast.kai, cast.cara) == newest
    page = as_user(cast.cara).get(reverse("child", args=[cast.kai.pk])).content.decode()
    assert "Jollof." in page and "Toast." not in page and "Half a sentence" not in page
    assert AboutMe.objects.standing().count() == 3


def test_a_new_page_begins_with_what_stood_before(cast, as_user):
    about(cast, food="Jollof, and more jollof.")
    page = as_user(cast.sam).get(reverse("about-me-new", args=[cast.kai.pk])).content.decode()
    assert "Jollof, and more jollof." in page


def test_workers_say_that_they_have_read_it(cast, as_user):
    page = about(cast, food="Jollof.")
    client, child = as_user(cast.cara), reverse("child", args=[cast.kai.pk])
    assert "I have read it" in client.get(child).content.decode()
    client.post(reverse("about-me-step", args=[page.pk, "read"]))
    assert "I have read it" not in client.get(child).content.decode()


def test_it_is_seen_with_the_childs_page_and_not_from_another_home(cast, as_user):
    page = about(cast, faith="Between me and Nan.")
    url = reverse("about-me-detail", args=[page.pk])
    assert as_user(cast.ivy).get(url).status_code == 200
    assert as_user(cast.omar).get(url).status_code == 404
