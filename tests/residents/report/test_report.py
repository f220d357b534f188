"""The monthly report: drafted from what was written, signed, checked by another, sent by link."""

import io
import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from docx import Document as Word

from cura.core.audit.models import AuditEvent
from cura.core.documents.render import CouldNotPrint
from cura.core.links.link import Link
from cura.core.records import actions
from cura.lib import london
from residents.report import giving as report_link
from residents.report.actions import send as give
from residents.report.gather import GATHERERS, drafted, gather
from residents.report.models import MonthlyReport
from residents.report.month import first_day, words
from tests.cast import PASSWORD
from tests.residents.records import make, signed

NOW = timezone.now()
MONTH = first_day(london.local_date(NOW))


def report(cast, **fields):
    fields = {"month": MONTH.isoformat(), "wellbeing": "He laughs again."} | fields
    return make("monthlyreport", child=cast.kai, by=cast.sam, **fields)


def checked(cast, found=None):
    found = found or report(cast)
    found = actions.reach(record=found, moment="signed", by=cast.sam, now=timezone.now())
    words = {"manager_words": "Thank you, Sam."}
    return actions.reach(
        record=found, moment="checked", by=cast.rosa, values=words, now=timezone.now()
    )


def step(record, key: str) -> str:
    return reverse("monthly-reports-step", args=[record.pk, key])


def social_worker(cast, **fields):
    fields = {"email": "femi@example.org", "who": "social_worker"} | fields
    return make("importantperson", child=cast.kai, by=cast.sam, name="Femi Alade", **fields)


def a_month(cast):
    """What a month may hold, with some that must not be taken."""
    good = {"good": "on", "words": "First goal.", "own_words": "I nutmegged Dan!"}
    signed("dailynote", child=cast.kai, by=cast.cara, **good)
    signed("dailynote", child=cast.kai, by=cast.cara, words="An ordinary tea.")
    signed("dailynote", child=cast.mia, by=cast.cara, words="OTHERCHILD", good="on")
    void = signed("dailynote", child=cast.kai, by=cast.cara, words="SETASIDE", good="on")
    actions.void(record=void, reason="wrong child", by=cast.cara, now=timezone.now())
    signed("keywork", child=cast.kai, by=cast.sam, words="LONGTALK", own_words="I smell.")


def test_it_is_drafted_from_quotes_with_day_name_and_reference(cast):
    a_month(cast)
    found = drafted(gather(cast.kai, MONTH, cast.sam))
    assert set(found) >= {"wellbeing", "good_things", "key_work"}
    assert re.search(r"“First goal.” \(Cara, DN-\w{6}\)$", found["good_things"])
    assert "“I nutmegged Dan!” (Cara" in found["wellbeing"]
    assert "“I smell.” (Sam, KW-" in found["key_work"]
    everything = "\n".join(found.values())
    for other in ("OTHERCHILD", "SETASIDE", "LONGTALK", "ordinary"):
        assert other not in everything


def test_nothing_is_invented(cast):
    """Every line of a draft is a quotation of a record."""
    a_month(cast)
    for text in drafted(gather(cast.kai, MONTH, cast.sam)).values():
        for line in text.splitlines():
            assert re.fullmatch(r".+: “.+” \(\w+, [A-Z]{2}-\w{6}\)", line)


def test_a_gatherer_takes_only_what_its_asker_may_read(cast):
    a_month(cast)
    assert gather(cast.kai, MONTH, cast.omar) == {}
    assert {g.section for g in GATHERERS} <= {f.name for f in MonthlyReport._meta.fields}


def test_the_page_begins_with_the_draft_and_leads_to_the_sources(cast, as_user):
    a_month(cast)
    url = reverse("monthly-reports-new", args=[cast.kai.pk])
    page = as_user(cast.sam).get(f"{url}?month={MONTH:%Y-%m}").content.decode()
    assert "“First goal.”" in page and "/daily-notes/" in page
    read = AuditEvent.objects.get(action="report.gather")
    assert read.object_id == cast.kai.pk and '"DN-' in read.body
    empty = as_user(cast.sam).get(f"{url}?month={MONTH:%Y-%m}&empty")
    assert not empty.context["sheet"].form["good_things"].value()


@pytest.mark.parametrize("month", ["x", "2026-99", "1-1", "9999-12"])
def test_a_month_that_is_none_is_no_error(cast, as_user, month):
    url = reverse("monthly-reports-new", args=[cast.kai.pk])
    assert as_user(cast.sam).get(f"{url}?month={month}").status_code == 200


def test_an_empty_report_is_refused(cast, as_user):
    url = reverse("monthly-reports-new", args=[cast.kai.pk])
    answer = as_user(cast.sam).post(url, {"month": MONTH.isoformat()})
    assert answer.status_code == 422
    assert "There is nothing in this report yet." in answer.content.decode()


def test_it_is_open_then_signed_then_checked_by_somebody_else(cast, as_user):
    found = report(cast)
    assert found.signed_at is None
    assert as_user(cast.rosa).get(step(found, "checked")).status_code in (200, 302)
    as_user(cast.rosa).post(step(found, "checked"), {"manager_words": "too early"})
    found.refresh_from_db()
    assert found.checked_at is None
    as_user(cast.rosa).post(step(found, "signed"))
    as_user(cast.rosa).post(step(found, "checked"), {"manager_words": "my own"})
    found.refresh_from_db()
    assert found.signed_by == cast.rosa and found.checked_at is None
    assert as_user(cast.sam).post(step(found, "checked")).status_code == 403


def test_the_page_says_the_month_and_the_manager(cast, as_user):
    found = checked(cast)
    page = as_user(cast.ivy).get(reverse("monthly-reports-detail", args=[found.pk]))
    text = page.content.decode()
    assert f"Monthly report: {first_words()}" in text and "Thank you, Sam." in text


def first_words() -> str:
    return words(MONTH)


def test_a_month_has_one_report_that_stands(cast, as_user):
    """A second one is refused on the page; replacing and setting aside make room."""
    found = checked(cast)
    new, client = reverse("monthly-reports-new", args=[cast.kai.pk]), as_user(cast.sam)
    body = {"month": MONTH.isoformat(), "wellbeing": "Once more."}
    answer = client.post(new, body)
    assert answer.status_code == 422
    assert "a report of this month already" in answer.content.decode()
    assert client.post(new, body | {"month": before(MONTH).isoformat()}).status_code == 302
    earlier = MonthlyReport.objects.get(month=before(MONTH))
    edit = reverse("monthly-reports-edit", args=[earlier.pk])
    assert client.post(edit, body | {"version": "1"}).status_code == 422
    assert client.post(new, body | {"replaces": str(found.pk)}).status_code == 302
    newer = MonthlyReport.objects.standing().get(month=MONTH)
    assert newer.replaces == found
    actions.void(record=newer, reason="x", by=cast.sam, now=timezone.now())
    assert client.post(new, body).status_code == 302
    assert MonthlyReport.objects.filter(month=MONTH).count() == 3
    other = make("monthlyreport", child=cast.mia, by=cast.sam, **body)
    with pytest.raises(IntegrityError), transaction.atomic():  # the database says no too
        MonthlyReport.objects.filter(pk=other.pk).update(child=cast.kai)


def before(month):
    return first_day(month - timedelta(days=1))


def test_it_prints_as_pdf_and_as_word(cast, as_user):
    found = checked(cast)
    url = reverse("monthly-reports-print", args=[found.pk])
    pdf = as_user(cast.sam).get(url, {"as": "report"})
    assert pdf["Content-Type"] == "application/pdf" and pdf.content.startswith(b"%PDF")
    assert as_user(cast.sam).get(url, {"as": "word"}).status_code == 403
    client = as_user(cast.rosa)
    asked = client.get(url, {"as": "word"})
    assert asked.status_code == 302 and "reauthenticate" in asked["Location"]
    assert client.post(asked["Location"], {"password": PASSWORD}).status_code == 302
    word = client.get(url, {"as": "word"})
    assert word["Content-Type"].endswith("wordprocessingml.document")
    assert word["Content-Disposition"].startswith("attachment")
    text = "\n".join(p.text for p in Word(io.BytesIO(word.content)).paragraphs)
    assert "He laughs again." in text and "Thank you, Sam." in text


def send(person) -> dict:
    return {"person": str(person.pk), "proof_password": PASSWORD}


def test_it_is_sent_only_when_checked_and_only_to_people_of_this_child(cast, as_user):
    person = social_worker(cast)
    mum = social_worker(cast, who="mum", email="mum@example.org")
    client = as_user(cast.rosa)
    found = report(cast)
    client.post(step(found, "send"), send(person))
    assert Link.objects.count() == 0
    found = checked(cast, found)
    assert client.post(step(found, "send"), send(mum)).status_code == 422
    assert as_user(cast.cara).post(step(found, "send"), send(person)).status_code in (
        403,
        404,
    )
    assert Link.objects.count() == 0


def test_a_key_worker_sends_nothing_out_and_is_offered_no_word_file(cast, as_user):
    found, person = checked(cast), social_worker(cast)
    page = (
        as_user(cast.sam).get(reverse("monthly-reports-detail", args=[found.pk])).content.decode()
    )
    assert "as=report" in page and "as=word" not in page and step(found, "send") not in page
    assert as_user(cast.sam).post(step(found, "send"), send(person)).status_code == 403
    with pytest.raises(PermissionDenied):
        give(record=found, by=cast.sam, values={"person": person}, now=timezone.now())
    assert (
        "as=word"
        in as_user(cast.rosa)
        .get(reverse("monthly-reports-detail", args=[found.pk]))
        .content.decode()
    )
    wrong = send(person) | {"proof_password": "no"}
    assert as_user(cast.rosa).post(step(found, "send"), wrong).status_code == 422
    assert not Link.objects.exists()


def sent_to(cast, as_user, django_capture_on_commit_callbacks):
    person, found = social_worker(cast), checked(cast)
    with django_capture_on_commit_callbacks(execute=True):
        answer = as_user(cast.rosa).post(step(found, "send"), send(person))
    assert answer.status_code == 302
    [message] = mail.outbox
    assert message.to == ["femi@example.org"]
    assert "Kai" not in message.subject + message.body
    return found, re.search(r"/l/\S+", message.body)[0]


def test_the_link_opens_the_report_in_the_holders_name(
    cast, as_user, client, django_capture_on_commit_callbacks
):
    found, path = sent_to(cast, as_user, django_capture_on_commit_callbacks)
    client.logout()
    assert "He laughs again." not in client.get(path).content.decode()
    assert f"Monthly report: {first_words()}" in client.post(path).content.decode()
    pdf = client.post(path, {"file": "pdf"})
    assert pdf["Content-Type"] == "application/pdf" and pdf.content.startswith(b"%PDF")
    assert client.post(path, {"file": "word"})["Content-Disposition"].startswith("attachment")
    read = AuditEvent.objects.filter(action="record.print", object_id=found.pk)
    assert {event.actor for event in read} == {"link holder: Femi Alade"}


def test_a_file_that_cannot_be_made_is_said_kindly_and_asked_for_again(
    cast, as_user, client, django_capture_on_commit_callbacks, monkeypatch
):
    _, path = sent_to(cast, as_user, django_capture_on_commit_callbacks)
    client.logout()
    real = report_link.build

    def too_large(*args, **kwargs):
        raise CouldNotPrint("This is too large to print in one piece. Choose fewer pages.")

    monkeypatch.setattr(report_link, "build", too_large)
    answer = client.post(path, {"file": "pdf"})
    page = answer.content.decode()
    assert answer.status_code == 503
    assert "could not be made just now" in page and "Choose fewer" not in page
    assert "no-store" in answer["Cache-Control"] and 'value="word"' in page
    monkeypatch.setattr(report_link, "build", real)
    assert client.post(path, {"file": "pdf"}).status_code == 200


def test_what_was_set_aside_is_not_handed_out(
    cast, as_user, client, django_capture_on_commit_callbacks
):
    found, path = sent_to(cast, as_user, django_capture_on_commit_callbacks)
    actions.void(record=found, reason="wrong month", by=cast.rosa, now=timezone.now())
    client.logout()
    for body in ({}, {"file": "pdf"}):
        assert client.post(path, body).status_code == 410


def test_the_page_says_to_whom_it_went_and_can_end_it(
    cast, as_user, django_capture_on_commit_callbacks
):
    found, _ = sent_to(cast, as_user, django_capture_on_commit_callbacks)
    url = reverse("monthly-reports-detail", args=[found.pk])
    assert "Sent to Femi Alade" in as_user(cast.sam).get(url).content.decode()
    assert "Sent to Femi Alade" not in as_user(cast.ivy).get(url).content.decode()
    end = reverse("link-end", args=[Link.objects.get().pk])
    assert as_user(cast.sam).post(end).status_code == 302
    assert Link.objects.get().ended_at


@pytest.mark.django_db(transaction=True)
def test_a_mail_that_is_refused_leaves_no_open_link(cast, as_user, monkeypatch):
    def refuse(message):
        raise ConnectionRefusedError

    monkeypatch.setattr("cura.core.links.mail.EmailMessage.send", refuse)
    person, found = social_worker(cast), checked(cast)
    answer = as_user(cast.rosa).post(step(found, "send"), send(person))
    assert answer.status_code == 422
    assert "could not be sent" in answer.content.decode()
    assert not Link.objects.live(timezone.now()).exists()


def test_the_diary_tells_how_family_time_went_and_who_called_it_off(cast):
    now = timezone.now()
    went, off, coming = (
        make("diaryentry", child=cast.elm, by=cast.sam, kind="family", title=title, now=now)
        for title in ("Tea with Beth", "Call with mum", "Not yet")
    )
    rows = type(went).objects
    rows.filter(pk__in=[went.pk, off.pk, coming.pk]).update(child=cast.kai)
    rows.filter(pk=went.pk).update(outcome_at=now, outcome_by=cast.sam, during="They laughed.")
    rows.filter(pk=off.pk).update(
        cancelled_at=now, cancelled_by=cast.sam, cancelled_whom="family", cancelled_why="No bus."
    )
    text = drafted(gather(cast.kai, MONTH, cast.sam))["family"]
    assert "Tea with Beth: “They laughed.”" in text
    assert "Call with mum, called off by the family: “No bus.”" in text
    assert "Not yet" not in text
