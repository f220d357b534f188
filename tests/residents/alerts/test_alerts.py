"""What everybody must know: few, in one order, read by each worker, ended and not lost."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cura.core.records import actions, registry
from cura.lib import london
from residents.alerts.models import Alert
from residents.alerts.reading import of_child
from residents.child.header import child_header
from residents.seen.models import Seen
from tests import builders
from tests.residents.records import make

TODAY = london.local_date(timezone.now())


def alert(cast, words="Peanut allergy", **fields):
    fields.setdefault("review_on", TODAY + timedelta(days=30))
    return make("alert", child=cast.kai, by=cast.sam, words=words, **fields)


def step(record, key: str) -> str:
    return reverse("alerts-step", args=[record.pk, key])


def head(cast, rf, who="cara") -> dict:
    request = rf.get("/")
    request.user = getattr(cast, who)
    return child_header(request, cast.kai)


def test_the_most_urgent_comes_first_and_four_are_shown(cast, rf):
    for words, tone in (("know", 3), ("care", 2), ("danger", 1), ("care too", 2), ("know too", 3)):
        alert(cast, words, tone=tone)
    chips = head(cast, rf)["alerts"]
    assert [c["words"] for c in chips] == ["danger", "care", "care too", "know"]
    assert [c["tone"] for c in chips] == ["bad", "warn", "warn", "calm"]


def test_they_cost_one_query(cast):
    for _ in range(4):
        alert(cast)
    of_child(cast.kai, cast.cara, timezone.now())
    with CaptureQueriesContext(connection) as found:
        of_child(cast.kai, cast.cara, timezone.now())
    assert len([q for q in found if "residents_alert" in q["sql"]]) == 1


def test_a_review_that_is_overdue_says_so(cast, rf, as_user):
    alert(cast, review_on=TODAY - timedelta(days=1))
    assert head(cast, rf)["alerts"][0]["words"] == "Peanut allergy (to be looked at again)"
    page = as_user(cast.sam).get(reverse("alerts-list", args=[cast.kai.pk])).content.decode()
    assert "Was to be looked at again on" in page


def test_each_worker_says_that_she_has_read_it_and_is_asked_again_after_a_change(cast, as_user):
    record = alert(cast)
    client = as_user(cast.cara)
    child = reverse("child", args=[cast.kai.pk])
    assert "please read" in client.get(child).content.decode()
    assert client.post(step(record, "read")).status_code == 302
    assert client.post(step(record, "read")).status_code == 302
    assert Seen.objects.filter(by=cast.cara, version=1).count() == 1
    assert "please read" not in client.get(child).content.decode()
    record.refresh_from_db()
    edit(record, cast)
    assert "please read" in client.get(child).content.decode()


def edit(record, cast):
    kind = registry.of(record)
    body = builders.posted_for(kind, subject=cast.kai, user=cast.sam)
    now = timezone.now()
    sheet = builders.Sheet.build(
        kind, subject=cast.kai, user=cast.sam, data=body, instance=record, now=now
    )
    assert sheet.is_valid(), sheet.errors()
    return actions.edit(sheet=sheet, type=kind, by=cast.sam, version=record.version, now=now)


def test_the_page_says_who_has_read_it_and_who_has_not(cast, as_user):
    record = alert(cast)
    as_user(cast.cara).post(step(record, "read"))
    page = as_user(cast.sam).get(reverse("alerts-list", args=[cast.kai.pk])).content.decode()
    assert "Read by Cara; not yet by Rosa, Sam and Tess" in page


def test_what_was_read_is_never_unread(cast, as_user):
    as_user(cast.cara).post(step(alert(cast), "read"))
    for sql in ("UPDATE residents_seen SET version = 9", "DELETE FROM residents_seen"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)


def test_an_ended_alert_leaves_the_pages_and_stays_to_be_read(cast, rf, as_user):
    record = alert(cast)
    client = as_user(cast.sam)
    assert client.post(step(record, "ended"), {"ended_why": ""}).status_code == 422
    assert (
        client.post(step(record, "ended"), {"ended_why": "Tested: no allergy."}).status_code == 302
    )
    assert head(cast, rf)["alerts"] == []
    page = client.get(reverse("alerts-list", args=[cast.kai.pk])).content.decode()
    assert "Alerts that no longer stand" in page and "Peanut allergy" in page
    with pytest.raises(DatabaseError), transaction.atomic():
        Alert.objects.filter(pk=record.pk).update(words="something else")


def test_care_workers_read_and_do_not_change(cast, as_user):
    record = alert(cast)
    client = as_user(cast.cara)
    assert client.get(reverse("alerts-edit", args=[record.pk])).status_code == 403
    assert client.get(step(record, "ended")).status_code == 403
    assert client.get(reverse("alerts-new", args=[cast.kai.pk])).status_code == 404


def test_today_asks_to_read_what_is_new_in_this_home(cast, as_user):
    alert(cast, "Ask before a hug")
    assert "Ask before a hug" in as_user(cast.cara).get(reverse("today")).content.decode()
    assert "Ask before a hug" not in as_user(cast.omar).get(reverse("today")).content.decode()
