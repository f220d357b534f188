"""Our report for a review: drafted from quotations, her views first, signed, checked, sent."""

import re
from datetime import date

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from cura.core.audit.models import AuditEvent
from cura.core.documents.types import build
from cura.core.records import actions
from placements.reviewreports import gather
from placements.reviewreports.documents import PDF, WORD
from placements.reviewreports.models import SECTIONS, ReviewReport
from residents.report.gather import Gatherer
from tests.cast import PASSWORD
from tests.placements.made import NOW, at, held, make, review, reviewed
from tests.residents.records import make as make_of
from tests.residents.records import signed

pytestmark = pytest.mark.django_db
VIEWS, MOVING = "I want my own room.", "He stays until the summer."


def report(cast, **fields):
    fields = {"child_view": VIEWS, "moving_on": MOVING} | fields
    return make("reviewreport", child=cast.kai, by=cast.sam, **fields)


def checked(cast):
    found = report(cast, review=review(cast.kai, cast.sam, at(2026, 12, 30, 16, 0)).pk)
    found = actions.reach(record=found, moment="signed", by=cast.sam, now=timezone.now())
    return actions.reach(
        record=found, moment="checked", by=cast.rosa, values={}, now=timezone.now()
    )


def test_it_is_drafted_from_quotes_since_the_last_review(cast):
    reviewed(cast.kai, cast.sam, at(2026, 10, 1, 16, 0))
    old = {"good": "on", "words": "OLDNEWS", "happened_at": "2026-09-20T12:00"}
    signed("dailynote", child=cast.kai, by=cast.cara, **old)
    signed("dailynote", child=cast.kai, by=cast.cara, good="on", words="First goal.",
           own_words="I nutmegged Dan!")  # fmt: skip
    held(cast.kai, cast.sam, at(2026, 11, 3, 16, 0), own_words="She listened.",
         came_of_it="A taxi to school.")  # fmt: skip
    since = gather.since(cast.kai, cast.sam)
    assert since == date(2026, 10, 1)
    found = gather.gather(cast.kai, since, timezone.now(), cast.sam)
    text = gather.begun(cast.kai, found, cast.sam)
    assert "“I nutmegged Dan!” (Cara" in text["child_view"]
    assert "“She listened.”" in text["child_view"] and "wellbeing" not in text
    assert "seen alone: “A taxi to school.” (Sam, VS-" in text["visits"]
    assert "First goal." in text["good_things"] and "OLDNEWS" not in str(text)
    lines = "\n".join(v for k, v in text.items() if k != "papers").splitlines()
    assert all(re.fullmatch(r".+: “.+” \(\w+, [A-Z]{2}-\w{6}\)", line) for line in lines)
    assert gather.gather(cast.kai, since, timezone.now(), cast.omar) == {}


def test_each_source_has_a_place_in_the_report():
    from residents.report.gather import GATHERERS  # noqa: PLC0415

    asked: tuple[Gatherer, ...] = (*GATHERERS, *gather.OURS)
    assert {each.section for each in asked} <= set(SECTIONS)


def test_what_others_have_sent_us_is_said_in_one_line(cast, monkeypatch):
    monkeypatch.setattr(gather, "EVIDENCE", [lambda child, user: "9 of 11 papers came."])
    assert gather.begun(cast.kai, {}, cast.sam)["papers"] == "9 of 11 papers came."


def test_the_page_begins_with_the_draft_and_the_reading_is_logged(cast, as_user):
    planned = review(cast.kai, cast.sam, at(2026, 12, 30, 16, 0))
    signed("dailynote", child=cast.kai, by=cast.cara, good="on", words="First goal.")
    url = reverse("review-reports-new", args=[cast.kai.pk])
    answer = as_user(cast.sam).get(f"{url}?review={planned.pk}")
    page = answer.content.decode()
    assert "“First goal.”" in page and "/daily-notes/" in page
    assert f'value="{planned.pk}" selected' in page
    assert AuditEvent.objects.get(action="report.gather").object_id == cast.kai.pk
    empty = as_user(cast.sam).get(f"{url}?empty")
    assert not empty.context["sheet"].form["good_things"].value()


@pytest.mark.parametrize("nonsense", ["review=x", "since=2026-99-99", "since=9999-12-31"])
def test_an_address_that_is_nonsense_is_no_error(cast, as_user, nonsense):
    url = reverse("review-reports-new", args=[cast.kai.pk])
    assert as_user(cast.sam).get(f"{url}?{nonsense}").status_code == 200


@pytest.mark.parametrize(
    "without,words",
    [
        ({"moving_on": ""}, "the line on moving on"),
        ({"child_view": "", "wellbeing": "x"}, "what the child says"),
    ],
)
def test_it_cannot_be_signed_without_her_views_and_moving_on(cast, without, words):
    with pytest.raises(ValidationError, match=words):
        actions.reach(record=report(cast, **without), moment="signed", by=cast.sam, now=NOW)


def test_it_leaves_only_when_it_was_checked_and_by_a_link_that_says_when(
    cast, as_user, django_capture_on_commit_callbacks
):
    iro = {"who": "iro", "email": "judith@example.org"}
    make_of("importantperson", child=cast.kai, by=cast.sam, name="Judith Parr", **iro)
    early = report(cast)
    send = reverse("review-reports-step", args=[early.pk, "send"])
    assert as_user(cast.rosa).get(send).status_code == 302
    found = checked(cast)
    send = reverse("review-reports-step", args=[found.pk, "send"])
    assert as_user(cast.sam).get(send).status_code == 403  # a key worker sends nothing out
    client = as_user(cast.rosa)
    page = client.get(send)
    person = page.context["form"].fields["person"].queryset.get()
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(send, {"person": str(person.pk), "proof_password": PASSWORD})
    assert answer.status_code == 302, answer.content.decode()[:2000]
    found.refresh_from_db()
    assert found.sent_to == "Judith Parr, Independent reviewing officer"
    assert (found.sent_how, found.sent_by) == ("link", cast.rosa)
    (sent,) = mail.outbox
    assert "Kai" not in sent.subject + sent.body
    opened = client.post(re.search(r"/l/\S+", sent.body)[0])
    assert "Report for the review on Wed 30 Dec 2026" in opened.content.decode()


def test_what_goes_another_way_is_written_down(cast, as_user):
    found = checked(cast)
    step = reverse("review-reports-step", args=[found.pk, "sent"])
    values = {"sent_to": "Judith Parr", "sent_how": "post"}
    assert as_user(cast.rosa).post(step, values).status_code == 302
    assert ReviewReport.objects.get(pk=found.pk).sent_how == "post"


def test_on_paper_her_views_stand_first(cast):
    found = checked(cast)
    context = PDF.context(record=found, by=cast.rosa, now=NOW)
    assert [s["title"] for s in context["sections"]] == ["What the child says", "Moving on"]
    name, data = build(WORD, found, by=cast.rosa, now=NOW)
    assert name.startswith("review-report-2026-12-30-RR-") and data[:2] == b"PK"
