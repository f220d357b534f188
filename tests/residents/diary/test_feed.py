"""The diary in somebody's own calendar: nothing that names, and nothing after her rights ended."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from cura.core.accounts import actions as accounts
from cura.core.accounts.program import CURA
from cura.core.records import actions as records
from residents.diary import feed
from residents.diary.feed_model import DiaryFeed
from tests.residents.diary.test_diary import entry

CANARY = "zqcanary"


@pytest.fixture
def secret(cast):
    return feed.make(by=cast.sam, now=timezone.now())


def fetched(client, secret):
    return client.get(reverse("diary-ics", args=[secret]))


def events(answer) -> list:
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def test_it_holds_initials_times_and_no_word_that_was_typed(cast, client, secret):
    soon = timezone.now() + timedelta(days=1)
    entry(
        cast, soon, cast.kai, title=f"{CANARY} Kai to the dentist", place=CANARY, words=CANARY,
        going_with=CANARY, car=CANARY, told_how=CANARY,
    )  # fmt: skip
    entry(cast, soon, cast.mia, kind="family", title=f"Tea with {CANARY}")
    entry(cast, soon, kind="other", title=f"{CANARY} comes")
    answer = fetched(client, secret)
    assert answer["Content-Type"].startswith("text/calendar")
    text = answer.content.decode()
    for word in (CANARY, "Kai", "Mia", "Marsh", "Stone", "Elm"):
        assert word not in text
    titles = {str(event["summary"]) for event in events(answer)}
    assert titles == {"Dentist, K.M.", "Family time, M.S.", "Something else"}
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H" in text


def test_a_change_raises_the_number_and_keeps_the_name(cast, client, secret):
    tea = entry(cast, timezone.now() + timedelta(days=1), cast.kai)
    (before,) = events(fetched(client, secret))
    type(tea).objects.filter(pk=tea.pk).update(version=2)
    (changed,) = events(fetched(client, secret))
    records.reach(
        record=tea,
        moment="cancelled",
        by=cast.sam,
        values={"cancelled_whom": "us"},
        now=timezone.now(),
    )
    (off,) = events(fetched(client, secret))
    assert before["uid"] == changed["uid"] == off["uid"]
    assert [e["sequence"] for e in (before, changed, off)] == [0, 1, 2]
    assert str(off["status"]) == "CANCELLED"


def test_only_what_she_may_see(cast, client):
    secret = feed.make(by=cast.ivy, now=timezone.now())
    soon = timezone.now() + timedelta(days=1)
    entry(cast, soon, cast.kai, kind="school", title="x")
    entry(cast, soon, cast.kai, kind="appointment", title="x", house_only="on")
    entry(cast, soon, cast.mia, kind="review", title="x")
    assert [str(e["summary"]) for e in events(fetched(client, secret))] == ["School, K.M."]


def test_it_ends_in_the_second_in_which_her_work_ends(cast, client, secret):
    assert fetched(client, secret).status_code == 200
    accounts.end_role(membership=cast.sam.memberships.get(), by=CURA, now=timezone.now())
    assert fetched(client, secret).status_code == 404


def test_a_closed_account_a_wrong_secret_and_an_ended_feed_are_one_404(cast, client, secret):
    assert fetched(client, "x" * 40).status_code == 404
    feed.end(by=cast.sam, now=timezone.now())
    assert fetched(client, secret).status_code == 404
    other = feed.make(by=cast.cara, now=timezone.now())
    accounts.disable(user=cast.cara, by=cast.lin, now=timezone.now())
    assert fetched(client, other).status_code == 404


def test_only_the_hash_is_kept_and_a_new_address_ends_the_old(cast, client, secret):
    assert secret not in str(list(DiaryFeed.objects.values()))
    newer = feed.make(by=cast.sam, now=timezone.now())
    assert fetched(client, secret).status_code == 404
    assert fetched(client, newer).status_code == 200
    assert DiaryFeed.objects.filter(user=cast.sam, ended_at=None).count() == 1


def test_her_page_shows_the_address_once_and_when_it_was_fetched(cast, as_user):
    client = as_user(cast.cara)
    url = reverse("diary-feed")
    client.post(url, {"do": "make"})
    page = client.get(url).content.decode()
    address = page.split('value="http://testserver')[1].split('"')[0]
    assert "No calendar has fetched it yet." in page
    assert client.get(address).status_code == 200
    again = client.get(url).content.decode()
    assert "Last fetched just now." in again and address not in again
    client.post(url, {"do": "end"})
    assert client.get(address).status_code == 404


def test_whoever_sees_no_diary_has_none(cast, as_user):
    assert as_user(cast.lin).get(reverse("diary-feed")).status_code == 404
