"""What is due in somebody's own calendar: nothing that names, nothing after her rights ended."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from compliance.due import feed
from compliance.due.feed_model import DueFeed
from cura.core.accounts import actions as accounts
from cura.core.accounts.program import CURA
from cura.core.deadlines import engine
from tests.deadlines.mend import _write

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def secret(cast):
    return feed.make(by=cast.sam, now=timezone.now())


def fetched(client, secret):
    return client.get(reverse("due-ics", args=[secret]))


def events(client, secret) -> list:
    return list(Calendar.from_ical(fetched(client, secret).content).walk("VEVENT"))


def test_it_says_the_duty_and_no_word_that_was_typed(cast, client, secret, broken, mending):
    broken(timezone.now() - HOUR, "zqcanary Kai's door")
    answer = fetched(client, secret)
    text = answer.content.decode()
    for word in ("zqcanary", "Kai", "K.M.", "Elm", "Mend"):
        assert word not in text
    assert "X-PUBLISHED-TTL:PT1H" in text and "REFRESH-INTERVAL;VALUE=DURATION:PT1H" in text
    (event,) = events(client, secret)
    assert str(event["url"]).startswith("http") and "/go/compliance.defect/" in str(event["url"])
    assert answer["Cache-Control"] == "private, no-store"


def test_a_moment_ends_when_it_is_due_and_a_day_is_a_whole_day(
    cast, client, secret, broken, check, mending
):
    now = timezone.now().replace(microsecond=0, second=0)
    broken(now - HOUR)
    check("vehiclecheck", now - DAY)
    found = {type(e["dtstart"].dt).__name__: e for e in events(client, secret)}
    assert found["datetime"]["dtend"].dt == now + 23 * HOUR
    assert "dtend" not in found["date"]


def test_a_change_raises_the_number_and_keeps_the_name(cast, client, secret, broken, mending):
    record = broken(timezone.now() - HOUR)
    (before,) = events(client, secret)
    seen = [int(before["sequence"])]
    for hours in (2, 3, 1):  # the time at which it happened was put right, and right back
        at = timezone.now() - hours * HOUR
        type(record)._base_manager.filter(pk=record.pk).update(happened_at=at)
        engine.sync(record, timezone.now())
        (changed,) = events(client, secret)
        assert changed["uid"] == before["uid"]
        seen.append(int(changed["sequence"]))
    assert seen == sorted(set(seen)), seen
    type(record)._base_manager.filter(pk=record.pk).update(what="Other words")
    engine.sync(record, timezone.now())
    assert int(events(client, secret)[0]["sequence"]) > seen[-1]


def test_what_is_done_leaves_and_what_others_owe_does_not_come(
    cast, client, secret, broken, owing, mending
):
    record = broken(timezone.now() - HOUR)
    assert len(events(client, secret)) == 1
    now = timezone.now()
    _write(record, now, mended_at=now, mended_by=cast.cara)
    assert events(client, secret) == []


def test_an_exclusion_and_another_home_stay_out(cast, client, secret, broken, mending):
    record = broken(timezone.now() - HOUR)
    other = feed.make(by=cast.omar, now=timezone.now())
    assert events(client, other) == []
    accounts.exclude(user=cast.sam, record=record, why="his", by=cast.rosa, now=timezone.now())
    assert events(client, secret) == []


def test_the_address_ends_with_the_right_and_by_hand(cast, client, secret):
    assert fetched(client, "x" * 43).status_code == 404
    accounts.end_role(membership=cast.sam.memberships.get(), by=CURA, now=timezone.now())
    assert fetched(client, secret).status_code == 404
    other = feed.make(by=cast.cara, now=timezone.now())
    feed.end(by=cast.cara, now=timezone.now())
    assert fetched(client, other).status_code == 404


def test_it_is_shown_once_and_kept_as_a_hash(cast, as_user):
    url = reverse("due-feed")
    client = as_user(cast.sam)
    shown = client.post(url, {"do": "make"}, follow=True)
    assert "/feed/due/" in shown.context["url"]
    secret = shown.context["url"].rsplit("/", 1)[1].removesuffix(".ics")
    assert client.get(url).context["url"] == ""
    assert secret not in str(list(DueFeed.objects.values()))
    assert as_user(cast.ivy).get(url).status_code == 404
