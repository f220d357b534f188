"""Printing some days of a child or a home: whole local days, and only what one may read."""

import io
import subprocess
from datetime import UTC, date, datetime

import pikepdf
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts import actions as accounts
from cura.core.accounts.program import CURA
from cura.core.audit.models import AuditEvent
from cura.core.records import actions, present, registry, snapshot
from cura.core.records.bundles import paper_views
from cura.core.records.periods import document as periods
from cura.core.records.periods.period import Period
from cura.core.records.periods.printed import about_pages
from cura.core.records.sheet import Sheet
from cura.lib import london
from residents.child import actions as children
from tests import builders
from tests.house.pages import TYPES, ids
from tests.records.bundled import FIRST, LAST, NOTE, note

JUNE = {"what": "daily-notes", "first": "2026-06-01", "last": "2026-06-30"}


def html(cast, subject, key="daily-notes", by=None, first=FIRST, last=LAST) -> str:
    period = Period(subject, first, last)
    made = periods.find(key).of(period).page(period, by=by or cast.rosa, now=cast.opened)
    return made.html


@pytest.fixture
def paper(monkeypatch):
    monkeypatch.setattr(paper_views, "render_pdf", lambda html, **_: f"%PDF-{html}".encode())


def at(cast, text: str):
    when = datetime.fromisoformat(text).replace(tzinfo=UTC)
    times = {"happened_at": [f"{london.local(when):%Y-%m-%dT%H:%M}"], "until": [""]}
    return builders.make(
        registry.of(NOTE), subject=cast.kai, by=cast.sam, now=when, canary=text, change=times
    )


BOUNDS = (  # (first, last, in it, not in it), the times in UTC
    ("2026-06-30", "2026-06-30", "2026-06-29T23:00", "2026-06-29T22:59"),
    ("2026-06-30", "2026-06-30", "2026-06-30T22:59", "2026-06-30T23:00"),
    ("2026-01-10", "2026-01-10", "2026-01-10T23:59", "2026-01-11T00:00"),
    ("2026-10-25", "2026-10-25", "2026-10-24T23:00", "2026-10-24T22:59"),  # 25 hours
    ("2026-10-25", "2026-10-25", "2026-10-25T23:59", "2026-10-26T00:00"),
    ("2026-03-29", "2026-03-29", "2026-03-29T00:00", "2026-03-28T23:59"),  # 23 hours
    ("2026-03-29", "2026-03-29", "2026-03-29T22:59", "2026-03-29T23:00"),
)


@pytest.mark.parametrize("first,last,inside,outside", BOUNDS)
def test_days_go_from_midnight_to_midnight_in_england(cast, first, last, inside, outside):
    at(cast, inside), at(cast, outside)
    days = {"first": date.fromisoformat(first), "last": date.fromisoformat(last)}
    text = html(cast, cast.kai, **days)
    assert inside in text and outside not in text


def test_months_cover_every_day_once(cast):
    period = Period(cast.kai, date(2025, 12, 15), date(2026, 3, 2))
    days = [(m.first.isoformat(), m.last.isoformat()) for m in period.months()]
    assert days == [
        ("2025-12-15", "2025-12-31"),
        ("2026-01-01", "2026-01-31"),
        ("2026-02-01", "2026-02-28"),
        ("2026-03-01", "2026-03-02"),
    ]


def test_only_her_own_days_and_what_stands(cast):
    note(cast)
    note(cast, child=cast.mia, canary="zqmia")
    gone = note(cast, canary="zqgone")
    actions.void(record=gone, reason="twice", by=cast.rosa, now=timezone.now())
    text = html(cast, cast.kai)
    assert "zqkai" in text and "zqmia" not in text and "zqgone" not in text


def test_words_added_and_the_version_before_stand_beside(cast):
    record, type = note(cast, canary="zqfirst"), registry.of(NOTE)
    actions.amend(
        record=record,
        field="words",
        words="zqadded",
        reason="later",
        by=cast.sam,
        now=timezone.now(),
    )
    body = builders.posted_for(type, subject=cast.kai, user=cast.sam, canary="zqright")
    body["happened_at"] = ["2026-06-10T11:00"]
    now = timezone.now()
    sheet = Sheet.build(type, subject=cast.kai, user=cast.sam, data=body, now=now)
    assert sheet.is_valid(), sheet.errors()
    actions.create(
        sheet=sheet, type=type, subject=cast.kai, by=cast.sam, replaces=record, now=timezone.now()
    )
    text = html(cast, cast.kai)
    for word in ("zqright", "zqfirst", "zqadded", "What stood here before"):
        assert word in text
    assert "1 record," in text


def test_every_record_carries_the_fingerprint_of_its_own_print(cast):
    records = [note(cast, day=day) for day in (3, 4)]
    text = html(cast, cast.kai)
    for record in records:
        assert snapshot.fingerprint(record, registry.of(NOTE)) in text


@pytest.mark.parametrize("type", TYPES, ids=ids)
def test_many_fingerprints_are_the_same_as_one_by_one(type, cast):
    subject = builders.subject_for(type, home=cast.elm, child=cast.kai)
    record = builders.make(type, subject=subject, by=cast.rosa)
    assert snapshot.fingerprints([record], type) == {record.pk: snapshot.fingerprint(record, type)}


def test_a_longer_period_asks_no_more(cast):
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            html(cast, cast.kai)
            html(cast, cast.elm, "log-fire-alarm-tests")
        return len(found)

    record = note(cast)
    alarm = registry.of("compliance.firealarmtest")
    noon = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)
    test = builders.signed(alarm, subject=cast.elm, by=cast.rosa, now=noon)
    one = queries()
    builders.copies(registry.of(NOTE), record, 20)
    builders.copies(alarm, test, 20)
    assert queries() == one


def test_a_log_has_a_line_for_each_check(cast):
    alarm = registry.of("compliance.firealarmtest")
    noon = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)
    made = builders.signed(alarm, subject=cast.elm, by=cast.rosa, now=noon, canary="zqpoint")
    actions.amend(
        record=made,
        field="call_point",
        words="zqadded",
        reason="why",
        by=cast.rosa,
        now=timezone.now(),
    )
    text = html(cast, cast.elm, "log-fire-alarm-tests")
    for word in ("zqpoint", "zqadded", "signed by Rosa Lind", present.reference_of(alarm, made)):
        assert word in text
    assert "zqpoint" not in html(cast, cast.oak, "log-fire-alarm-tests", by=cast.omar)


def test_an_excluded_record_is_not_in_it(cast):
    record = note(cast)
    accounts.exclude(
        user=cast.tess, record=record, why="part of it", by=cast.rosa, now=timezone.now()
    )
    assert "zqkai" not in html(cast, cast.kai, by=cast.tess)
    assert "zqkai" in html(cast, cast.kai, by=cast.cara)


def test_pages_open_for_who_may_read_there(cast, client, paper):
    note(cast)
    urls = [reverse("child-papers", args=[cast.kai.pk]), reverse("child-paper", args=[cast.kai.pk])]
    urls += [reverse("home-papers", args=["elm"]), reverse("home-paper", args=["elm"])]
    for user in (cast.omar, cast.olga, cast.ned):
        client.force_login(user)
        assert [client.get(url, JUNE).status_code for url in urls] == [404] * 4, user
    client.force_login(cast.ivy)
    assert [client.get(url, JUNE).status_code for url in urls] == [200, 200, 404, 404]
    other = client.get(reverse("child-paper", args=[cast.mia.pk]), JUNE)
    assert other.status_code == 404
    client.force_login(cast.lin)
    assert client.get(urls[0]).status_code == 404


def test_a_parent_who_reads_the_diary_prints_no_notes(cast, client, paper):
    pat = accounts.add_person(
        organisation=cast.acorn, username="pat", name="Pat Marsh", by=CURA, now=cast.opened,
        email="pat@example.org",
    )  # fmt: skip
    children.grant(child=cast.kai, user=pat, role="parent", by=cast.rosa, now=cast.opened)
    client.force_login(pat)
    assert client.get(reverse("child-paper", args=[cast.kai.pk]), JUNE).status_code == 404


def test_printing_is_in_the_log_of_the_child(cast, client, paper):
    client.force_login(cast.cara)
    answer = client.get(reverse("child-paper", args=[cast.kai.pk]), JUNE)
    assert answer["Content-Type"] == "application/pdf"
    assert "Kai" not in answer["Content-Disposition"]
    event = AuditEvent.objects.get(action="period.print")
    assert (event.child_id, event.actor) == (cast.kai.pk, "Cara Moss")


@pytest.mark.parametrize(
    "change,said",
    [
        ({"first": "2026-06-30", "last": "2026-06-01"}, "It ends before it begins."),
        ({"last": "2199-01-01"}, "This day has not come yet."),
        ({"first": "0001-01-01"}, "Choose a later day."),
        ({"first": "2024-01-01"}, "At most a year at a time."),
        ({"what": "log-fire-alarm-tests"}, "no longer one of the choices"),
    ],
)
def test_wrong_days_are_said_beside_the_field(cast, client, paper, change, said):
    client.force_login(cast.rosa)
    answer = client.get(reverse("child-paper", args=[cast.kai.pk]), JUNE | change)
    assert answer.status_code == 422 and said in answer.content.decode()


def test_a_long_one_is_made_in_the_background_for_who_may_send_it_out(
    cast, client, paper, settings
):
    note(cast, canary="x" * 60_000)
    url = reverse("child-paper", args=[cast.kai.pk])
    client.force_login(cast.sam)
    answer = client.get(url, JUNE)
    assert answer.status_code == 422 and "too many to wait for" in answer.content.decode()
    client.force_login(cast.rosa)
    answer = client.get(url, JUNE)
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("child-paper-long", args=[cast.kai.pk]))
    page = client.get(answer["Location"]).content.decode()
    assert "1 PDF, one for each month" in page


def test_no_two_documents_share_a_key():
    with pytest.raises(ImproperlyConfigured):
        periods.add(periods.every()[0])


def test_for_real_it_is_pdf_ua_and_the_guess_of_its_length_is_fair(cast, client):
    for day in range(1, 29):
        note(cast, day=day, canary="He laughed, and then we walked to the shop for bread. " * 3)
    client.force_login(cast.rosa)
    answer = client.get(reverse("child-paper", args=[cast.kai.pk]), JUNE)
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        pages = len(pdf.pages)
        assert str(pdf.Root.Lang) == "en-GB"
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
    assert pages > 3
    assert 0.6 * pages <= about_pages(html(cast, cast.kai)) <= 1.5 * pages
    command = ["pdftotext", "-layout", "-", "-"]
    said = subprocess.run(command, input=answer.content, capture_output=True, check=True).stdout
    assert f"page {pages} of {pages}" in said.decode()
    assert said.decode().count("printed by Rosa Lind") == pages
