"""Two people on one text lose nothing; one button pressed eight times makes one record; a fault in
any statement of a write leaves all of it or nothing."""

import html
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cura.core.attachments.actions import add_upload
from cura.core.attachments.attachment import Attachment, Upload
from cura.core.audit.models import AuditEvent, Chain, Change
from cura.core.notices.notice import Notice
from cura.core.records import registry
from cura.core.records.beside import Amendment, Remark
from cura.core.records.drafts import actions as drafts
from cura.core.records.drafts import places
from cura.core.records.drafts.models import Draft
from cura.lib.uuid7 import uuid7
from residents.keywork.models import KeyWork, KeyWorkAction, KeyWorkPrivate
from tests import builders
from tests.attachments.samples import picture
from tests.house.browserless import form_of
from tests.house.pages import TYPES, ids, pages

HERS, THEIRS = "the first", "a second!"


def opened_by(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("type", TYPES, ids=ids)
def test_whoever_saves_second_sees_both_texts(type, cast):
    """Lines and all; and when she has looked, hers is saved on top of the first."""
    subject = builders.subject_for(type, home=cast.elm, child=cast.kai)
    record = builders.make(type, subject=subject, by=cast.rosa)
    colleague = cast.tess if record.open_to(cast.tess, type.model.write) else cast.rosa
    first, second = opened_by(cast.rosa), opened_by(colleague)
    url = pages(type, record)["edit"]
    mine, boxes = form_of(first.get(url))
    also, _ = form_of(second.get(url))
    boxes = [name for name in boxes if "word" in mine[name][0]]

    answer = first.post(url, mine | dict.fromkeys(boxes, [HERS]) | {"save_open": ["1"]})
    assert answer.status_code == 302, answer.context["errors"]
    late = second.post(url, also | dict.fromkeys(boxes, [THEIRS]) | {"save_open": ["1"]})
    assert late.status_code == 409
    page = html.unescape(late.content.decode())
    assert not boxes or (HERS in page and THEIRS in page)
    assert held(type, record)["version"] == 2
    assert whole(type, record).count(HERS) == len(boxes)

    again, _ = form_of(late)
    answer = second.post(url, again | dict.fromkeys(boxes, [THEIRS]) | {"save_open": ["1"]})
    assert answer.status_code == 302
    assert held(type, record)["version"] == 3
    assert whole(type, record).count(THEIRS) == len(boxes)
    # The first text is in the log for ever.
    log = "".join(AuditEvent.objects.filter(object_id=record.pk).values_list("body", flat=True))
    assert not boxes or HERS in log


def held(type, record) -> dict:
    return type.model.objects.filter(pk=record.pk).values().get()


def whole(type, record) -> str:
    lines = [list(r.model.objects.filter(**{r.fk: record}).values()) for r in type.rows]
    return f"{held(type, record)} {lines}"


PRESSES = 8


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("slug", ["daily-notes", "handovers"])
def test_a_button_pressed_eight_times_at_once_makes_one_record(cast, slug):
    type = next(t for t in TYPES if t.slug == slug)
    subject = builders.subject_for(type, home=cast.elm, child=cast.kai)
    url = reverse(type.url("new"), args=[subject.pk])
    token = {"token": [str(uuid7())]}
    body = builders.posted_for(type, subject=subject, user=cast.rosa) | token
    client = opened_by(cast.rosa)

    def press(_):
        try:
            own = Client()
            own.cookies = client.cookies
            answer = own.post(url, body)
            assert answer.status_code == 302, answer.content.decode()[:2000]
            return answer["Location"]
        finally:
            connection.close()

    with ThreadPoolExecutor(PRESSES) as pool:
        places = list(pool.map(press, range(PRESSES)))
    record = type.model.objects.get()
    assert set(places) == {reverse(type.url("detail"), args=[record.pk])}
    assert AuditEvent.objects.filter(object_id=record.pk, action="record.created").count() == 1
    for rows in type.rows:
        posted = int(body[f"{rows.model._meta.model_name}-TOTAL_FORMS"][0])
        assert rows.model.objects.count() <= posted


class Fault:
    """Lets the first `at` statements through and breaks the next one."""

    def __init__(self, at: int):
        self.at, self.asked = at, 0

    def __call__(self, execute, sql, params, many, context):
        self.asked += 1
        if self.asked == self.at + 1:
            raise OperationalError("the disk is full")
        return execute(sql, params, many, context)


def tables() -> dict:
    """All that a write of this kind touches, but for the session and the log of reads."""
    rows = (KeyWork, KeyWorkAction, KeyWorkPrivate, Attachment, Upload, Draft, Amendment, Remark)
    rows += (Notice, Change)
    found = {m._meta.label: sorted(map(repr, m.objects.values_list())) for m in rows}
    chains = Chain.objects.exclude(key__startswith="read:")
    events = AuditEvent.objects.exclude(chain__startswith="read:")
    return found | {"chains": list(chains.values_list()), "events": events.count()}


def broken_at_each_statement(client, url, body) -> int:
    """Posts, breaking the first statement, then the second, until the write is there. Each time
    before, nothing at all may have changed. What breaks after the write (the page's own message)
    may be an error page, and loses nothing."""
    before = tables()
    for at in range(2000):
        with connection.execute_wrapper(Fault(at)):
            answer = client.post(url, body)
        if answer.status_code == 302 or tables() != before:
            return at
        assert answer.status_code == 500, at
    raise AssertionError("It never ended.")


@pytest.fixture
def work():
    return registry.of("residents.keywork")


@pytest.fixture
def rosa(cast):
    client = opened_by(cast.rosa)
    client.raise_request_exception = False
    return client


def page_of(work, cast) -> tuple[dict, object]:
    """A page with lines, a draft and a file, ready to be sent."""
    token, now = uuid7(), timezone.now()
    body = builders.posted_for(work, subject=cast.kai, user=cast.rosa) | {"token": [str(token)]}
    add_upload(
        draft=token, file=SimpleUploadedFile("a.jpg", picture()), name="a.jpg", by=cast.rosa,
        now=now,
    )  # fmt: skip
    place = places.Place(work, cast.kai)
    drafts.keep(token=token, at=place, body=body, rev=0, page=uuid7(), by=cast.rosa, now=now)
    return body, token


def is_whole(work, record, token) -> None:
    assert record.signed_at and record.actions.count() == 1
    assert Attachment.objects.filter(object_id=record.pk).count() == 1
    assert not Upload.objects.exists() and Draft.objects.get(pk=token).finished_at
    actions = AuditEvent.objects.filter(object_id=record.pk).values_list("action", flat=True)
    written = [name for name in actions if name != "record.detail"]
    assert sorted(written) == ["file.added", "record.created", "record.signed"]


def test_a_page_is_saved_whole_or_not_at_all(work, cast, rosa):
    """Record, lines, files, draft, first signature, log and outbox are one."""
    body, token = page_of(work, cast)
    url = reverse(work.url("new"), args=[cast.kai.pk])
    tried = broken_at_each_statement(rosa, url, body)
    assert tried > 30
    is_whole(work, work.model.objects.get(), token)


def test_a_fact_is_replaced_whole_or_not_at_all(work, cast, rosa):
    """The new record stands and the old one is set aside, or neither."""
    old = builders.signed(work, subject=cast.kai, by=cast.rosa)
    body, token = page_of(work, cast)
    url = reverse(work.url("new"), args=[cast.kai.pk])
    broken_at_each_statement(rosa, url, body | {"replaces": [str(old.pk)]})
    old.refresh_from_db()
    new = work.model.objects.standing().get()
    assert old.void_at and new.replaces == old
    is_whole(work, new, token)


STEPS = (
    ("signed", {}, "KeyWork"),
    ("amend", {"field": ["words"], "words": ["more"], "reason": ["I forgot"]}, "Amendment"),
    ("return", {"words": ["what is missing"]}, "Remark Notice"),
    ("void", {"reason": ["twice"]}, "KeyWork"),
    ("part-private", {"words": ["between us"], "agreed": ["nobody"]}, "KeyWorkPrivate"),
)


@pytest.mark.parametrize("step,body,written", STEPS, ids=[step for step, *_ in STEPS])
def test_an_act_is_done_whole_or_not_at_all(work, cast, rosa, step, body, written):
    """With its entry in the log, and whoever is to hear of it told."""
    make = builders.signed if step == "amend" else builders.make
    record = make(work, subject=cast.kai, by=cast.tess)
    before = tables()
    tried = broken_at_each_statement(rosa, reverse(work.url("step"), args=[record.pk, step]), body)
    assert tried > 10
    after = tables()
    changed = {name.rpartition(".")[2] for name in after if after[name] != before[name]}
    assert changed == {*written.split(), "Change", "chains", "events"}
    assert after["events"] == before["events"] + 1


def test_a_change_is_saved_whole_or_not_at_all(work, cast, rosa):
    record = builders.make(work, subject=cast.kai, by=cast.rosa)
    url = pages(work, record)["edit"]
    body, _ = form_of(rosa.get(url))
    body |= {"words": ["changed"], "keyworkaction-0-what": ["changed too"]}
    broken_at_each_statement(rosa, url, body)
    record.refresh_from_db()
    assert (record.words, record.actions.get().what, record.version) == (
        "changed",
        "changed too",
        2,
    )
