"""Who may not see a record: decided on its page, unseen by everybody else, ended and never gone."""

import pytest
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts import actions as accounts
from cura.core.accounts.membership import Exclusion
from cura.core.accounts.program import CURA
from cura.core.audit.models import AuditEvent
from cura.core.records import actions
from cura.core.records.sheet import Sheet
from residents.daily.record import daily_note
from tests import builders
from tests.cast import PASSWORD

NOW = timezone.now


@pytest.fixture
def note(cast):
    return builders.make(daily_note, subject=cast.kai, by=cast.tess, canary="otter")


@pytest.fixture
def dee(cast):
    """The deputy: she may decide about others, and is herself below the manager."""
    person = accounts.add_person(
        organisation=cast.acorn, username="dee", name="Dee Orr", by=CURA, now=NOW()
    )
    accounts.give_role(user=person, role="deputy", home=cast.elm, by=CURA, now=NOW())
    return person


def url(record) -> str:
    return reverse("kept-from", args=[record._meta.label_lower, record.pk])


def read(record) -> str:
    return reverse(daily_note.url("detail"), args=[record.pk])


def sheet(person, **changed) -> dict:
    found = {"person": str(person.pk), "why": "She is part of it.", "proof_password": PASSWORD}
    return found | changed


def test_it_is_decided_and_ended_on_the_page(cast, as_user, note):
    client = as_user(cast.rosa)
    assert url(note) in client.get(read(note)).content.decode()
    assert client.post(url(note), sheet(cast.sam))["Location"] == url(note)
    client.post(url(note), sheet(cast.sam))  # pressed twice
    row = Exclusion.objects.get()
    page = client.get(url(note)).content.decode()
    assert "Sam Birch" in page and "She is part of it." in page
    assert as_user(cast.sam).get(read(note)).status_code == 404

    address = reverse("kept-from-end", args=[note._meta.label_lower, note.pk, row.pk])
    for _ in range(2):
        assert as_user(cast.rosa).post(address)["Location"] == url(note)
    row.refresh_from_db()
    assert row.ended_at and row.ended_by == cast.rosa
    assert as_user(cast.sam).get(read(note)).status_code == 200
    assert "Kept from before" in as_user(cast.rosa).get(url(note)).content.decode()
    made = AuditEvent.objects.filter(action__in=("exclusion.made", "exclusion.ended"))
    assert list(made.order_by("pk").values_list("action", flat=True)) == [
        "exclusion.made", "exclusion.ended",
    ]  # fmt: skip


def test_who_may_not_decide_is_not_offered_the_page(cast, as_user, note):
    for name, status in (("sam", 403), ("tess", 403), ("lin", 404), ("omar", 404), ("olga", 404)):
        client = as_user(getattr(cast, name))
        assert client.get(url(note)).status_code == status, name
        assert client.post(url(note), sheet(cast.cara)).status_code == status, name
    assert url(note) not in as_user(cast.sam).get(read(note)).content.decode()
    assert as_user(cast.rosa).get(url(note).replace("dailynote", "nothing")).status_code == 404
    assert not Exclusion.objects.exists()


@pytest.mark.parametrize("wrong", [{"proof_password": "no"}, {"why": ""}, {"person": ""},
                                   {"last_day": "2020-01-01"}])  # fmt: skip
def test_what_is_missing_is_said_and_nothing_done(cast, as_user, note, wrong):
    assert as_user(cast.rosa).post(url(note), sheet(cast.sam) | wrong).status_code == 422
    assert not Exclusion.objects.exists()


def test_only_those_below_can_be_chosen(cast, as_user, note, dee):
    page = as_user(dee).get(url(note)).content.decode()
    assert "Sam Birch" in page and "Rosa Lind" not in page and "Lin Ash" not in page
    assert as_user(dee).post(url(note), sheet(cast.rosa)).status_code == 422


def test_whoever_is_kept_from_it_never_learns_that_she_was(cast, as_user, note, dee):
    """Nor does anybody who reads the log: not while it stands, and not when it has ended."""
    row = accounts.exclude(user=dee, record=note, why="About her", by=cast.rosa, now=NOW())
    as_user(cast.rosa).get(url(note))
    assert as_user(dee).get(url(note)).status_code == 404
    log = reverse("the-log", args=[cast.elm.slug])
    for shown in ("", "?show=reads"):
        for who in (dee, cast.rosa):
            page = as_user(who).get(log + shown).content.decode().lower()
            assert "exclusion" not in page, (who, shown)
    accounts.end_exclusion(exclusion=row, by=cast.rosa, now=NOW())
    page = as_user(dee).get(url(note)).content.decode()
    assert "About her" not in page and "Kept from before" not in page
    history = reverse("admin:accounts_exclusion_history", args=[row.pk])
    assert "exclusion." not in as_user(cast.rosa).get(history).content.decode()
    assert as_user(dee).get(history).status_code in (302, 404)


def test_the_record_that_puts_it_right_is_kept_from_her_too(cast, as_user, note):
    signed = builders.signed(daily_note, subject=cast.kai, by=cast.tess)
    accounts.exclude(user=cast.sam, record=signed, why="x", by=cast.rosa, now=NOW())
    body = builders.posted_for(daily_note, subject=cast.kai, user=cast.tess)
    built = Sheet.build(daily_note, subject=cast.kai, user=cast.tess, data=body, now=None)
    assert built.is_valid()
    newer = actions.create(
        sheet=built,
        type=daily_note,
        subject=cast.kai,
        by=cast.tess,
        replaces=signed,
        now=NOW(),
    )
    assert as_user(cast.sam).get(read(newer)).status_code == 404
    row = Exclusion.objects.get(object_id=newer.pk)
    end = reverse("kept-from-end", args=[newer._meta.label_lower, newer.pk, row.pk])
    as_user(cast.rosa).post(end)
    for version in (signed, newer):
        assert as_user(cast.sam).get(read(version)).status_code == 200


def test_both_versions_go_when_one_is_kept_from_her(cast, as_user, note):
    older = builders.signed(daily_note, subject=cast.kai, by=cast.tess)
    type(older).objects.filter(pk=note.pk).update(replaces=older)
    as_user(cast.rosa).post(url(note), sheet(cast.sam))
    assert set(Exclusion.objects.values_list("object_id", flat=True)) == {note.pk, older.pk}
