"""What each kind of record must do, whatever it is about."""

import subprocess

import pytest
from django.db import connection
from django.forms import DateTimeField
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cura.core.audit.models import AuditEvent
from cura.core.documents import types as documents
from cura.core.records import actions, present, registry, snapshot
from cura.core.records.fields import LondonDateTimeField
from cura.core.records.sheet import Sheet
from cura.lib.uuid7 import uuid7
from tests import builders
from tests.house.pages import TYPES, ids, pages

# Of these, what stands at the head of every page about a child: alerts, and limits in force.
LIST_QUERIES, DETAIL_QUERIES = 22, 31


@pytest.fixture(params=TYPES, ids=ids)
def type(request):
    return request.param


@pytest.fixture
def subject(type, cast):
    return builders.subject_for(type, home=cast.elm, child=cast.kai)


def test_a_page_is_saved_once_however_often_it_is_sent(type, subject, cast, client):
    client.force_login(cast.rosa)
    url = reverse(type.url("new"), args=[subject.pk])
    assert client.get(url).status_code == 200
    body = builders.posted_for(type, subject=subject, user=cast.rosa) | {"token": str(uuid7())}
    places = [client.post(url, body)["Location"] for _ in range(3)]
    assert len(set(places)) == 1
    assert type.model.objects.filter(author=cast.rosa).count() == 1


def test_every_write_leaves_one_entry_with_a_snapshot(type, subject, cast):
    record = builders.make(type, subject=subject, by=cast.rosa)
    events = AuditEvent.objects.filter(object_id=record.pk, action="record.created")
    assert ["snapshot" in e.body for e in events] == [True]


def test_bad_input_is_said_beside_the_field_and_nothing_typed_is_lost(type, subject, cast, client):
    client.force_login(cast.rosa)
    url = reverse(type.url("new"), args=[subject.pk])
    body = builders.posted_for(type, subject=subject, user=cast.rosa, canary="kept")
    body["happened_at"] = ["not a time"]
    if "happened_at" not in type.form.base_fields:
        pytest.skip("asks no time")
    answer = client.post(url, body)
    assert answer.status_code == 422
    assert type.model.objects.count() == 0
    page = answer.content.decode()
    assert "<title>Error:" in page.replace("\n", "")
    assert page.count("kept ") >= sum("kept " in v for vs in body.values() for v in vs)


def test_a_signed_record_is_not_edited(type, subject, cast, client):
    if not type.first or type.first.form or type.first.proof != "session":
        pytest.skip("no plain first moment")
    record = builders.signed(type, subject=subject, by=cast.rosa)
    client.force_login(cast.rosa)
    answer = client.get(pages(type, record)["edit"])
    assert answer.status_code == 302
    body = builders.posted_for(type, subject=subject, user=cast.rosa, canary="later")
    client.post(pages(type, record)["edit"], body | {"version": [str(record.version)]})
    assert "later" not in str(type.model.objects.filter(pk=record.pk).values().get())


def test_a_record_is_set_aside_and_leaves_the_list(type, subject, cast, client):
    record = builders.make(type, subject=subject, by=cast.rosa)
    client.force_login(cast.rosa)
    answer = client.post(pages(type, record)["void"], {"reason": "written twice"})
    assert answer.status_code == 302
    assert str(record.pk) not in client.get(pages(type, record)["list"]).content.decode()
    assert client.get(pages(type, record)["detail"]).status_code == 200


def test_a_wrong_fact_is_replaced_and_both_are_shown(type, subject, cast):
    old = builders.make(type, subject=subject, by=cast.rosa)
    body = builders.posted_for(type, subject=subject, user=cast.rosa)
    sheet = Sheet.build(type, subject=subject, user=cast.rosa, data=body, now=timezone.now())
    assert sheet.is_valid(), sheet.errors()
    new = actions.create(
        sheet=sheet, type=type, subject=subject, by=cast.rosa, replaces=old, now=timezone.now()
    )
    old.refresh_from_db()
    assert new.replaces_id == old.pk
    assert old.void_at and old.void_by == cast.rosa
    assert list(type.model.objects.standing()) == [new]


def queries(client, url) -> int:
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(url).status_code == 200, url
    return len(found)


def test_a_list_costs_the_same_for_one_row_and_for_thirty(type, subject, cast, client):
    record = builders.make(type, subject=subject, by=cast.rosa)
    client.force_login(cast.rosa)
    url = pages(type, record)["list"]
    client.get(url)
    one = queries(client, url)
    builders.copies(type, record, 29)
    assert queries(client, url) == one
    assert one <= LIST_QUERIES


def test_a_detail_page_is_bounded(type, subject, cast, client):
    record = builders.make(type, subject=subject, by=cast.rosa)
    client.force_login(cast.rosa)
    url = pages(type, record)["detail"]
    client.get(url)
    assert queries(client, url) <= DETAIL_QUERIES


def test_times_are_london_times(type):
    """A plain DateTimeField refuses the October hour that comes twice: a night worker's hour."""
    plain = [n for n, f in type.form.base_fields.items() if isinstance(f, DateTimeField)]
    assert plain == []
    for rows in type.rows:
        assert not [n for n, f in rows.form.base_fields.items() if isinstance(f, DateTimeField)]
    if "happened_at" in type.form.base_fields:
        assert isinstance(type.form.base_fields["happened_at"], LondonDateTimeField)


# What a script asks of a <form>: an input of that name would stand in its place.
FORMS_OWN = {"after", "append", "before", "closest", "elements", "matches", "prepend", "remove"}
FORMS_OWN |= {
    "reset",
    "submit",
    "dispatchEvent",
    "querySelector",
    "querySelectorAll",
    "replaceWith",
}


def test_no_question_hides_a_part_of_the_form(type):
    assert FORMS_OWN & set(type.form.base_fields) == set()


@pytest.fixture
def paper(type, monkeypatch):
    """A real PDF takes a second: for two kinds, and all that have documents of their own. For the
    others the page that is sent to the printer stands for it."""
    if not (type.documents or type in (TYPES[0], TYPES[-1])):
        monkeypatch.setattr(documents, "render_pdf", lambda html, **_: f"%PDF-{html}".encode())


def test_the_print_is_a_pdf_with_the_hash(type, subject, cast, client, paper):
    record = builders.make(type, subject=subject, by=cast.rosa, canary="printed")
    client.force_login(cast.rosa)
    answer = client.get(pages(type, record)["print"])
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    text = text_of(answer.content)
    assert snapshot.fingerprint(record, type) in text.replace(" ", "").replace("\n", "")
    assert present.reference_of(type, record) in text
    read = AuditEvent.objects.filter(object_id=record.pk, action="record.print")
    assert [e.actor for e in read] == ["Rosa Lind"]


def text_of(pdf: bytes) -> str:
    if pdf.startswith(b"%PDF-1"):
        command = ["pdftotext", "-", "-"]
        pdf = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    return pdf.decode()


def test_two_kinds_never_share_a_name():
    types = tuple(registry.all_types())
    for name in ("slug", "prefix", "label"):
        values = [getattr(t, name) for t in types]
        assert len(values) == len(set(values))
