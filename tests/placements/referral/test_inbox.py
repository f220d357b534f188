"""The pages: paste, two taps, the reply; the call in the evening; who sees none of it."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts import actions as accounts
from cura.core.accounts.program import CURA
from cura.core.audit.models import AuditEvent
from cura.core.records.drafts.models import Draft
from placements.referral import actions, leads
from placements.referral.models import Referral
from placements.referral.record import referral
from tests.placements.referral.conftest import MAIL, NOW
from tests.placements.referral.test_facts import EML

INBOX = "/homes/elm/referrals/"


def test_paste_and_it_stands_in_the_list(cast, as_user):
    client = as_user(cast.tess)
    page = client.post(f"{INBOX}take-in/", {"text": MAIL}, follow=True).content.decode()
    row = Referral.objects.get()
    assert (row.author, row.first_name) == (cast.tess, "Amara")
    assert "Amara, 13" in page and "Calderbrook City Council" in page


def test_a_second_press_makes_no_second_one(cast, as_user):
    client = as_user(cast.tess)
    body = {"text": MAIL, "token": "019ac000-0000-7000-8000-000000000001"}
    for _ in range(2):
        assert client.post(f"{INBOX}take-in/", body).status_code == 302
    assert Referral.objects.count() == 1


def test_a_mail_file_comes_with_its_documents(cast, as_user):
    client = as_user(cast.tess)
    file = SimpleUploadedFile("a home.eml", EML, content_type="message/rfc822")
    client.post(f"{INBOX}take-in/", {"files": [file]})
    row = Referral.objects.get()
    assert row.pasted.startswith("A home for Amara")
    page = client.get(reverse("referrals-detail", args=[row.pk])).content.decode()
    assert "notes.txt" in page


@pytest.mark.parametrize("body", [{}, {"text": "   "}])
def test_an_empty_box_is_said_kindly(cast, as_user, body):
    page = as_user(cast.tess).post(f"{INBOX}take-in/", body, follow=True).content.decode()
    assert "Paste the mail into the box" in page and not Referral.objects.exists()


def test_no_takes_it_from_the_list_and_gives_the_reply(asked, cast, as_user):
    row, client = asked(), as_user(cast.tess)
    assert "Amara, 13" in client.get(INBOX).content.decode()
    answered = client.post(reverse("referral-no", args=[row.pk]), {"reason": "far"}, follow=True)
    page = answered.content.decode()
    assert "We are too far from family" in page and f'id="r-{row.pk}"' not in page
    reply = page.partition("<textarea")[2].partition("</textarea>")[0]
    assert "Dear Martin Cole" in reply and "Amara" not in reply
    assert f'id="r-{row.pk}"' not in client.get(INBOX).content.decode()
    assert "Amara, 13" in client.get(f"{INBOX}?all").content.decode()


def test_a_reason_that_is_none_is_not_taken(asked, cast, as_user):
    row = asked()
    answer = as_user(cast.tess).post(reverse("referral-no", args=[row.pk]), {"reason": "hm"})
    assert answer.status_code == 404
    row.refresh_from_db()
    assert row.answer == ""


def test_maybe_opens_the_words_and_each_mark_is_a_tap(asked, cast, as_user):
    row, client = asked(), as_user(cast.tess)
    page = client.post(reverse("referral-maybe", args=[row.pk]), follow=True).content.decode()
    assert ">missing</mark>" in page and ">fire setting</mark>" in page
    weigh = reverse("referral-weigh", args=[row.pk])
    client.post(weigh, {"take": "missing"})
    page = client.post(weigh, {"leave": "fire"}, follow=True).content.decode()
    line = row.needs.get()
    assert line.said.startswith("She goes missing at weekends")
    assert "Left: Fire." in page


def test_what_does_not_fit_stands_on_the_page(asked, cast, as_user):
    page = as_user(cast.tess).get(reverse("referrals-detail", args=[asked().pk])).content.decode()
    assert "No signed certificate of registration stands here" in page


def test_the_call_in_the_evening_is_one_short_page(cast, as_user):
    client = as_user(cast.tess)
    url = reverse("referral-by-phone", args=[cast.elm.pk])
    page = client.get(url).content.decode()
    for asked_for in ("from_name", "from_phone", "authority", "first_name", "age", "where_now",
                      "happened", "danger", "legal_basis"):  # fmt: skip
        assert f'name="{asked_for}"' in page
    assert 'name="pasted"' not in page
    body = {
        "by_phone": "1", "needed_tonight": "True", "came_by": "phone", "from_name": "Duty desk",
        "from_phone": "01632 960 999", "first_name": "Kofi", "age": "12", "danger": "herself",
        "legal_basis": "s46", "happened_at": "2026-11-20T21:40",
        "referralneed-TOTAL_FORMS": "0", "referralneed-INITIAL_FORMS": "0",
    }  # fmt: skip
    assert client.post(url, body).status_code == 302
    row = Referral.objects.get()
    assert (row.needed_tonight, row.came_by, row.age, row.legal_basis) == (True, "phone", 12, "s46")


def test_a_call_that_was_broken_off_goes_on_as_the_short_page(cast, as_user):
    draft = Draft.objects.create(
        user=cast.tess, label="placements.referral", subject_id=cast.elm.pk, home_id=cast.elm.pk,
        title="Referral: Elm House", created_at=NOW, updated_at=NOW,
        body={"by_phone": ["1"], "first_name": ["Kofi"], "needed_tonight": ["True"],
              "referralneed-TOTAL_FORMS": ["0"], "referralneed-INITIAL_FORMS": ["0"]},
    )  # fmt: skip
    new = reverse("referrals-new", args=[cast.elm.pk])
    page = as_user(cast.tess).get(f"{new}?draft={draft.pk}").content.decode()
    assert 'value="Kofi"' in page and 'name="pasted"' not in page


def test_an_admission_can_hand_over_what_comes_next(asked, cast, as_user, monkeypatch):
    lead = leads.Lead(title="She comes tonight", url="/somewhere/", primary=True)
    monkeypatch.setattr(leads, "LEADS", [lambda referral, user, now: lead])
    page = as_user(cast.tess).get(reverse("referrals-detail", args=[asked().pk])).content.decode()
    assert 'href="/somewhere/"' in page


def test_who_was_to_come_and_did_not_is_said(asked, cast, as_user):
    row = asked()
    late = timezone.now() - timedelta(days=1)
    actions.say_yes(record=row, planned_arrival=late, bed=None, by=cast.rosa, now=late)
    assert "Did not come" in as_user(cast.rosa).get(INBOX).content.decode()


def test_the_manager_sees_what_waits_and_how_it_went(asked, cast, as_user):
    asked()
    client = as_user(cast.rosa)
    for _ in range(2):
        client.post(reverse("referral-no", args=[asked().pk]), {"reason": "room"})
    page = client.get("/homes/elm/manager/").content.decode()
    assert "1 referral to answer" in page
    assert "2 referrals answered with no this month" in page and "No room is free: 2" in page


def test_a_care_worker_finds_no_trace_of_it(asked, cast, as_user):
    row, client = asked(), as_user(cast.cara)
    for url in (INBOX, reverse("referrals-detail", args=[row.pk]),
                reverse("referral-words", args=[row.pk]),
                reverse("referral-by-phone", args=[cast.elm.pk])):  # fmt: skip
        assert client.get(url).status_code == 404
    for name in ("referral-no", "referral-maybe", "referral-weigh"):
        assert client.post(reverse(name, args=[row.pk]), {"reason": "far"}).status_code == 404
    assert client.post(f"{INBOX}take-in/", {"text": MAIL}).status_code == 404


@pytest.mark.parametrize("many", [1, 6])
def test_the_inbox_costs_the_same_however_many_wait(
    asked, cast, as_user, django_assert_max_num_queries, many
):
    for _ in range(many):
        asked()
    client = as_user(cast.rosa)
    client.get(INBOX)
    with django_assert_max_num_queries(32):
        client.get(INBOX)


def test_bed_is_no_word_of_these_pages(asked, cast, as_user):
    row, client = asked(), as_user(cast.rosa)
    for url in (INBOX, reverse("referrals-detail", args=[row.pk]),
                reverse("referrals-step", args=[row.pk, "yes"])):  # fmt: skip
        page = client.get(url).content.decode()
        assert " bed" not in page.lower().replace("id_bed", "")
    assert all("bed" not in label.lower() for _, label in Referral.Reason.choices)
    assert referral.prefix == "RF"


def test_who_only_reads_sees_the_words_and_no_button(asked, cast, as_user):
    row = asked()
    accounts.give_role(user=cast.omar, role="ri", home=cast.elm, by=CURA, now=cast.opened)
    client = as_user(cast.omar)
    page = client.get(reverse("referral-words", args=[row.pk])).content.decode()
    assert ">missing</mark>" in page and 'name="take"' not in page
    assert (
        client.post(reverse("referral-weigh", args=[row.pk]), {"take": "missing"}).status_code
        == 403
    )
    assert 'name="reason"' not in client.get(INBOX).content.decode()


def test_each_name_that_the_inbox_shows_is_in_the_log(asked, cast, as_user):
    rows = [asked(), asked()]
    actions.say_yes(record=rows[1], planned_arrival=NOW, bed=None, by=cast.rosa, now=NOW)
    gone = actions.say_no(record=asked(), reason="far", by=cast.tess, now=NOW)
    as_user(cast.rosa).get(INBOX)
    body = AuditEvent.objects.filter(action="record.list", actor_id=cast.rosa.pk).latest("id").body
    assert all(str(row.pk) in body for row in rows) and str(gone.pk) not in body
