"""An agency worker's pass ends in the middle of a page: she finishes what she began and reads
nothing more; who leads the shift hears of it before."""

from datetime import timedelta

import pytest
from django.db.models import F
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts import access, duty
from cura.core.accounts import actions as accounts
from cura.core.accounts.membership import Membership
from cura.core.accounts.program import CURA
from cura.core.notices.notice import Notice
from cura.core.records import registry
from cura.core.records.drafts import care as draft_care
from cura.core.records.drafts.models import Draft
from tests import builders
from tests.records.test_drafts import Writer

NOW = timezone.now

HOUR = timedelta(hours=1)


@pytest.fixture
def note():
    return registry.of("residents.dailynote")


@pytest.fixture
def ann(cast):
    now = timezone.now()
    person = accounts.add_person(
        organisation=cast.acorn, username="ann", name="Ann Low", by=CURA, now=NOW()
    )
    accounts.give_role(
        user=person, role="agency", home=cast.elm, starts=now - 10 * HOUR, ends=now + 2 * HOUR,
        by=CURA, now=NOW()
    )  # fmt: skip
    return person


@pytest.fixture
def begun(ann, cast, client, note):
    """Her open page, with words that the server has, when her pass is over."""
    writer = Writer(client, ann, note, cast.kai)
    assert writer.put("He held on to").status_code == 200
    return writer


def over(ann, ago=HOUR, **changed):
    """Her pass ended a while ago; she had begun before that."""
    ends = timezone.now() - ago
    Membership.objects.filter(user=ann).update(ends=ends, starts=ends - 10 * HOUR)
    Draft.objects.filter(user=ann).update(created_at=ends - HOUR, **changed)


def new(writer, note) -> str:
    return f"{reverse(note.url('new'), args=[writer.asked_about.pk])}?draft={writer.token}"


def body(writer, note, ann) -> dict:
    with access.as_held(ann, Membership.objects.get(user=ann).ends - HOUR):
        posted = builders.posted_for(note, subject=writer.asked_about, user=ann)
    return posted | {"token": [str(writer.token)]}


def test_she_goes_on_writing_and_signs(begun, ann, note, cast):
    over(ann)
    assert begun.put("He held on to the door.").status_code == 200
    assert begun.row.body["words"] == ["He held on to the door."]
    page = begun.client.get(new(begun, note)).content.decode()
    assert "He held on to the door." in page
    assert reverse("child", args=[cast.kai.pk]) not in page  # nothing of the child around it
    assert 'name="save_open"' not in page
    assert (
        "You can finish and sign this until" in begun.client.get(reverse("drafts")).content.decode()
    )
    for _ in range(2):  # pressed twice
        answer = begun.client.post(new(begun, note), body(begun, note, ann))
        assert answer.status_code == 302 and answer["Location"] == reverse("drafts")
    record = note.model.objects.get(author=ann)
    assert record.signed_by == ann and record.submission == begun.token
    assert begun.client.get(reverse(note.url("detail"), args=[record.pk])).status_code == 404


def test_she_reads_nothing_more(begun, ann, note, cast):
    other = builders.make(note, subject=cast.kai, by=cast.sam)
    over(ann)
    assert not access.rights(ann).homes
    for address in (
        reverse("child", args=[cast.kai.pk]),
        reverse(note.url("list"), args=[cast.kai.pk]),
        reverse(note.url("detail"), args=[other.pk]),
        reverse(note.url("edit"), args=[other.pk]) + f"?draft={begun.token}",
        reverse(note.url("new"), args=[cast.kai.pk]),
        reverse(note.url("new"), args=[cast.mia.pk]) + f"?draft={begun.token}",
        new(begun, note) + f"&replaces={other.pk}",
    ):
        assert begun.client.get(address).status_code == 404, address


@pytest.mark.parametrize("ago", [timedelta(hours=12), timedelta(days=3)])
def test_after_twelve_hours_it_is_over(begun, ann, note, ago):
    over(ann, ago=ago)
    assert begun.put("more").status_code == 404
    assert begun.client.get(new(begun, note)).status_code == 404
    assert begun.client.post(new(begun, note), {"token": str(begun.token)}).status_code == 404
    assert begun.client.get(reverse("draft-words", args=[begun.token])).status_code == 404


def test_nothing_new_is_begun_and_no_old_record_is_changed(begun, ann, note, cast, client):
    record = builders.make(note, subject=cast.kai, by=ann)
    change = Writer(client, ann, note, cast.kai, record=record)
    assert change.put("x").status_code == 200
    over(ann)
    assert change.put("y").status_code == 404
    assert Writer(client, ann, note, cast.kai).put("x").status_code == 404
    late = Draft.objects.filter(pk=begun.token)
    late.update(created_at=F("created_at") + 5 * HOUR)  # begun after the end
    assert begun.put("x").status_code == 404


def test_only_her_own_only_roles_that_may_and_only_while_she_is_let_in(begun, ann, note, cast):
    over(ann)
    strange = Client()
    strange.force_login(cast.olga)
    assert strange.get(new(begun, note)).status_code == 404
    Membership.objects.filter(user=ann).update(role="care")
    assert begun.client.get(new(begun, note)).status_code == 404
    Membership.objects.filter(user=ann).update(role="agency")
    assert begun.client.get(new(begun, note)).status_code == 200
    accounts.disable(user=ann, by=cast.rosa, now=NOW())
    assert begun.client.get(new(begun, note)).status_code == 302


def test_the_shift_lead_hears_of_it_half_an_hour_before(begun, ann, cast, monkeypatch):
    monkeypatch.setattr(duty, "ON_SHIFT", [lambda home, at: [cast.tess, cast.cara, ann]])
    held = Membership.objects.get(user=ann)
    draft_care.tell_before_the_end(held.ends - timedelta(minutes=31))
    assert not Notice.objects.exists()
    for minutes in (30, 25):
        draft_care.tell_before_the_end(held.ends - timedelta(minutes=minutes))
    told = {notice.user: notice.text for notice in Notice.objects.all()}
    assert told.keys() == {ann, cast.tess}
    assert "Ann's shift ends at" in told[cast.tess] and "1 page not signed" in told[cast.tess]
    assert "Kai" not in str(told) and "He held" not in str(told)


def test_without_a_rota_everybody_who_could_lead_hears_and_nobody_when_all_is_signed(
    begun, ann, cast, monkeypatch
):
    monkeypatch.setattr(duty, "ON_SHIFT", [])
    soon = Membership.objects.get(user=ann).ends - timedelta(minutes=5)
    words = Draft.objects.filter(pk=begun.token)
    words.update(finished_at=soon)
    draft_care.tell_before_the_end(soon)
    assert not Notice.objects.exists()
    words.update(finished_at=None)
    draft_care.tell_before_the_end(soon)
    assert {n.user for n in Notice.objects.all()} == {ann, cast.tess, cast.rosa}
