"""Key work: three taps, promises that can be kept, and what is kept between few."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from cura.core.audit.models import AuditEvent
from cura.core.records.verify import records as verify_records
from residents.keywork.models import KeyWork, KeyWorkDone, KeyWorkPrivate
from residents.keywork.reading import counted
from tests.residents.records import make, signed

LINE = "keyworkaction"


def promised(cast, *whats, by_when=""):
    lines = {f"{LINE}-TOTAL_FORMS": len(whats), f"{LINE}-INITIAL_FORMS": 0}
    for number, what in enumerate(whats):
        place = f"{LINE}-{number}"
        lines |= {f"{place}-what": what, f"{place}-who": "Sam", f"{place}-by_when": by_when}
    return signed("keywork", child=cast.kai, by=cast.sam, words="We talked.", **lines)


def step(record, key: str) -> str:
    return reverse("key-work-step", args=[record.pk, key])


def test_child_topic_words_and_it_is_signed(cast, as_user):
    """What the page offers is enough: nothing but the topic and the words is typed."""
    client = as_user(cast.cara)
    url = reverse("key-work-new", args=[cast.kai.pk])
    form = client.get(url).context["sheet"].form
    body = {
        "topic": "friends", "words": "He said who picks the teams.",
        "kind": form["kind"].value(),
        "happened_at": form["happened_at"].value().strftime("%Y-%m-%dT%H:%M"),
        f"{LINE}-TOTAL_FORMS": "1", f"{LINE}-INITIAL_FORMS": "0", "save": "save",
    }  # fmt: skip
    assert client.post(url, body).status_code == 302
    work = KeyWork.objects.get()
    assert work.signed_at and work.kind == KeyWork.Kind.UNPLANNED
    assert work.actions.count() == 0


def test_planned_and_unplanned_are_counted_apart(cast):
    now = timezone.now()
    for kind, days in (("planned", 1), ("unplanned", 2), ("unplanned", 3), ("planned", 40)):
        make("keywork", child=cast.kai, by=cast.sam, kind=kind, now=now - timedelta(days=days))
    said = counted(cast.kai, cast.cara, now)
    assert said == "In four weeks: 1 planned talk, 2 that came up"
    assert counted(cast.mia, cast.cara, now) == "In four weeks: no planned talks, none that came up"


def test_a_promise_is_kept_beside_the_frozen_lines(cast, as_user):
    work = promised(cast, "Buy a ball", "Ask the coach")
    client = as_user(cast.cara)
    ball = work.actions.get(what="Buy a ball")
    body = {"action": str(ball.pk), "words": "Orange, size 4."}
    assert client.post(step(work, "done"), body).status_code == 302
    assert client.post(step(work, "done"), body).status_code == 422
    page = client.get(reverse("key-work-detail", args=[work.pk])).content.decode()
    assert "Orange, size 4." in page and "says Cara" in page
    assert KeyWorkDone.objects.count() == 1
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE residents_keyworkdone SET words = 'x'")


def test_a_promise_of_another_talk_is_not_kept_here(cast, as_user):
    one, other = promised(cast, "Buy a ball"), promised(cast, "Ask the coach")
    body = {"action": str(other.actions.get().pk), "words": ""}
    assert as_user(cast.cara).post(step(one, "done"), body).status_code == 422


def test_open_promises_stand_on_the_childs_page_and_on_today(cast, as_user):
    promised(cast, "Buy a ball", by_when="2026-01-20")
    client = as_user(cast.cara)
    for url in (reverse("child", args=[cast.kai.pk]), reverse("today")):
        page = client.get(url).content.decode()
        assert "Buy a ball" in page and "was to be done by Tue 20 Jan 2026" in page
    assert "Buy a ball" not in as_user(cast.omar).get(reverse("today")).content.decode()


def test_what_was_kept_between_few_is_on_no_page_of_others(cast, as_user):
    work = promised(cast, "Buy a ball")
    body = {"words": "SECRETWORD", "agreed": "Sam and Rosa"}
    assert as_user(cast.cara).get(step(work, "part-private")).status_code == 403
    assert as_user(cast.sam).post(step(work, "part-private"), body).status_code == 302
    assert KeyWorkPrivate.objects.get().author == cast.sam
    places = [
        reverse("key-work-detail", args=[work.pk]),
        reverse("key-work-list", args=[cast.kai.pk]),
        reverse("key-work-history", args=[work.pk]),
        reverse("child", args=[cast.kai.pk]),
    ]
    for who in (cast.cara, cast.ivy):
        client = as_user(who)
        assert not any("SECRETWORD" in client.get(url).content.decode() for url in places)
    assert "SECRETWORD" in as_user(cast.sam).get(places[0]).content.decode()


def test_the_log_knows_every_row(cast, as_user):
    work = promised(cast, "Buy a ball")
    client = as_user(cast.sam)
    client.post(step(work, "done"), {"action": str(work.actions.get().pk), "words": "x"})
    client.post(step(work, "part-private"), {"words": "x", "agreed": ""})
    assert [f for f in verify_records() if "keywork" in str(f)] == []
    assert AuditEvent.objects.filter(action="keywork.done", child_id=cast.kai.pk).count() == 1


def test_a_thought_about_words_before_signing_and_none_after(cast, as_user):
    work = make("keywork", child=cast.kai, by=cast.sam, words="He kicked off and then we talked.")
    url = reverse("key-work-detail", args=[work.pk])
    assert "One thought before you sign" in as_user(cast.sam).get(url).content.decode()
    as_user(cast.sam).post(step(work, "signed"))
    assert "One thought before you sign" not in as_user(cast.sam).get(url).content.decode()
