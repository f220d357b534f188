"""The phone list, by plain forms without a script; the panels; what outsiders do not see."""

import re

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cura.core.accounts import duty
from cura.core.records import registry
from placements.arrival import actions, reading
from placements.arrival.hours import STEPS
from placements.arrival.models import FirstDay
from residents.night.models import NightCheckPlan
from tests import builders
from tests.placements.arrival.first import CAME, HOUR, begun, tick

SEEN_AT = CAME + HOUR


@pytest.fixture
def first(cast):
    with time_machine.travel(SEEN_AT, tick=False):
        yield begun(cast)


def page(client, first) -> str:
    return client.get(reverse("first-day", args=[first.pk])).content.decode()


def send(client, first, **body):
    return client.post(reverse("first-day-tick", args=[first.pk]), body)


def next_title(html: str) -> str:
    found = re.search(r'hour-next-word">Next</span> ([^<]+)</h2>', html)
    return found.group(1).replace("&#x27;", "'")


def test_a_tap_a_word_a_reason(cast, as_user, first):
    client = as_user(cast.cara)
    assert next_title(page(client, first)) == "Met at the door by one adult"
    send(client, first, step="door", state="done")
    assert next_title(page(client, first)) == "What does Kai want to be called?"
    answer = send(client, first, step="called", state="done")
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "Write what was said, or why not now." in html and "<title>Error: " in html
    assert 'href="#next"' in html
    send(client, first, step="called", state="done", words="K")
    send(client, first, step="own-room", state="not_now", words="will not leave the hall")
    html = page(client, first)
    assert next_title(html) == "What would Kai like to eat and drink?"
    assert "2 of 9" in html and "will not leave the hall" in html
    assert reading.standing(first)["door"].by == cast.cara


def test_an_earlier_time_is_the_last_such_time(cast, as_user, first):
    send(as_user(cast.cara), first, step="room", state="done", at="22:40")
    line = reading.standing(first)["room"]
    assert line.at == CAME.replace(minute=40) and line.written_at == SEEN_AT


def test_explained_says_how_and_if_it_was_understood(cast, as_user, first):
    client = as_user(cast.cara)
    answer = send(client, first, step="guide", state="done", words="he drew it")
    assert answer.status_code == 422 and "he drew it" in answer.content.decode()
    send(client, first, step="guide", state="done", how="drawn", understood="partly", words="hm")
    assert "Explain it again" in page(client, first)
    send(client, first, step="guide", state="done", how="talked", understood="yes", words="got it")
    html = page(client, first)
    assert "Explain it again" not in html and "hm" in html  # the first time stays in sight


def test_nights_are_agreed_through_a_plan_with_an_end(cast, as_user, first):
    """Three nights as a rule; the list counts it as done by the plan itself."""
    new = reverse("night-check-plans-new", args=[cast.kai.pk])
    assert new in page(as_user(cast.cara), first)
    plan = builders.signed(registry.of(NightCheckPlan), subject=cast.kai, by=cast.sam, now=SEEN_AT)
    assert (plan.last_night - plan.first_night).days == 2
    html = page(as_user(cast.cara), first)
    assert "Looking in, agreed: every" in html and new not in html
    tick(first, "others-before", cast.tess, state="not_now", words="asleep")
    assert reading.Standing(first, SEEN_AT).is_done(STEPS["night-checks"])


def test_handed_over_by_one_tap_to_who_is_on_shift(cast, as_user, first, monkeypatch):
    monkeypatch.setattr(duty, "ON_SHIFT", [lambda home, at: [cast.cara, cast.sam]])
    client = as_user(cast.cara)
    html = page(client, first)
    assert "You have it" in html and "Sam, the key worker, is on duty." in html
    client.post(reverse("first-day-hand-over", args=[first.pk]), {"person": cast.sam.pk})
    html = page(client, first)
    assert "Sam has it" in html
    assert "Cara from" in html


def test_the_others_are_heard_and_named_on_their_own(cast, as_user, first):
    client = as_user(cast.tess)
    url = reverse("first-day-heard", args=[first.pk])
    body = {"when": "before", "who": "Mia", "worries": "zqnoise", "plans": "a door sign"}
    assert client.post(url, {"when": "before", "who": "Mia"}).status_code == 422
    assert client.post(url, body).status_code == 302
    client.post(reverse("first-day-name", args=[first.pk]), {"child": cast.mia.pk, "agrees": "yes"})
    html = page(client, first)
    assert "zqnoise" in html and reading.names_in_pack(first) == {cast.mia.pk: True}
    for url in ("first-days-detail", "first-days-edit"):
        assert "zqnoise" not in client.get(reverse(url, args=[first.pk])).content.decode()


def test_a_social_worker_reads_the_report_and_not_the_list(cast, as_user, first):
    client = as_user(cast.ivy)
    answer = client.get(reverse("first-days-detail", args=[first.pk]))
    assert answer.status_code == 200
    list_url = reverse("first-day", args=[first.pk])
    assert list_url not in answer.content.decode()
    assert client.get(list_url).status_code == 404
    assert send(client, first, step="door", state="done").status_code == 404


def test_where_it_stands_on_the_house_the_child_and_today(cast, as_user, first):
    send(as_user(cast.cara), first, step="door", state="done")
    said = "1 of 9 in the first two hours; next: what does Kai want to be called?"
    for url in ("/homes/elm/now/", f"/children/{cast.kai.pk}/", "/today/"):
        assert said in as_user(cast.cara).get(url).content.decode(), url
    assert said not in as_user(cast.sam).get("/today/").content.decode()


def test_after_it_the_childs_page_leads_to_the_report(cast, as_user, first):
    FirstDay.objects.filter(pk=first.pk).update(
        seen="x", signed_at=CAME + 20 * HOUR, signed_by=cast.cara
    )
    with time_machine.travel(CAME + 30 * HOUR, tick=False):
        client = as_user(cast.cara)
        assert "The report is signed." in client.get(f"/children/{cast.kai.pk}/").content.decode()
        assert "A first day" not in client.get("/homes/elm/now/").content.decode()


def test_who_came_without_it_gets_it_by_one_tap(cast, as_user):
    with time_machine.travel(CAME + HOUR, tick=False):
        first = begun(cast)
        FirstDay.objects.filter(pk=first.pk).update(
            void_at=CAME, void_by=cast.tess, void_reason="x"
        )
        client = as_user(cast.cara)
        url = reverse("first-day-begin", args=[cast.kai.pk])
        assert url in client.get(f"/children/{cast.kai.pk}/").content.decode()
        for _ in range(2):
            client.post(url)
        again = FirstDay.objects.standing().get()
        assert reading.keeper(again).person == cast.cara


def test_the_list_costs_the_same_however_much_was_ticked(cast, as_user, first):
    client = as_user(cast.cara)
    page(client, first)
    with CaptureQueriesContext(connection) as few:
        page(client, first)
    for step in ("door", "own-room", "sat-down", "reach", "calm", "meal"):
        tick(first, step, cast.tess, words="so")
        tick(first, step, cast.cara, words="and so")
    actions.name_in_pack(first_day=first, child=cast.mia, agrees=True, by=cast.tess, now=SEEN_AT)
    with CaptureQueriesContext(connection) as many:
        page(client, first)
    assert len(many) == len(few) and len(few) <= 40
