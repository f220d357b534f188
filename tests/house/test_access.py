"""Every kind of record, every page of it, every member of the cast: no leak, no wrong door.

Other homes, other organisations and the past stand before all doors at once in test_leaks.py.
"""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts import access
from cura.core.accounts import actions as account_actions
from cura.core.accounts.program import CURA
from cura.core.audit.models import AuditEvent
from cura.core.records import registry
from tests import builders
from tests.house.pages import TYPES, ids, pages

CANARY = "zqcanary"


@pytest.fixture(params=TYPES, ids=ids)
def type(request):
    return request.param


@pytest.fixture
def record(type, cast):
    """One record of this kind at Elm (about Kai), the canary in every text."""
    subject = builders.subject_for(type, home=cast.elm, child=cast.kai)
    return builders.make(type, subject=subject, by=cast.rosa, canary=CANARY)


READ = {"detail", "history", "list"}  # printing is tried once a kind, in test_records


def test_signed_out_everything_leads_to_sign_in(type, record, client):
    for verb, url in pages(type, record).items():
        answer = client.get(url)
        assert answer.status_code == 302, verb
        assert answer["Location"].startswith(reverse("account_login")), verb


def test_colleagues_see_what_their_role_may(type, record, cast, client):
    for user in (cast.rosa, cast.tess, cast.sam, cast.cara, cast.lin, cast.ivy):
        client.force_login(user)
        may = registry.of(record).model.objects.visible_to(user).filter(pk=record.pk).exists()
        for verb in READ:
            expected = 200 if may else 404
            answer = client.get(pages(type, record)[verb])
            assert answer.status_code == expected, (user, verb)
            if not may:
                assert CANARY not in answer.content.decode(errors="replace"), (user, verb)


def test_who_may_read_and_not_write_is_told_so(type, record, cast, client):
    client.force_login(cast.ivy)
    if not type.model.objects.visible_to(cast.ivy).filter(pk=record.pk).exists():
        pytest.skip(f"{type.slug} is not for social workers")
    for verb in ("edit", "void"):
        assert client.get(pages(type, record)[verb]).status_code == 403, verb
    assert client.get(pages(type, record)["new"]).status_code == 404


def test_a_membership_ends_in_the_second_it_names(type, record, cast, client):
    client.force_login(cast.rosa)
    assert client.get(pages(type, record)["detail"]).status_code == 200
    membership = cast.rosa.memberships.get()
    account_actions.end_role(membership=membership, by=CURA, now=timezone.now())
    assert client.get(pages(type, record)["detail"]).status_code == 404


def test_a_membership_has_not_begun_before_it_begins(type, record, cast):
    now = timezone.now()
    account_actions.give_role(
        user=cast.omar,
        role="manager",
        home=cast.elm,
        by=CURA,
        starts=now + timedelta(hours=1),
        now=timezone.now(),
    )
    rows = type.model.objects
    assert not rows.visible_to(cast.omar, now=now).filter(pk=record.pk).exists()
    later = now + timedelta(hours=2)
    assert rows.visible_to(cast.omar, now=later).filter(pk=record.pk).exists()


def test_an_exclusion_takes_the_record_out_of_every_page(type, record, cast, client):
    account_actions.exclude(
        user=cast.sam, record=record, why="part of it", by=cast.rosa, now=timezone.now()
    )
    client.force_login(cast.sam)
    for verb, url in pages(type, record).items():
        if verb in ("list", "new"):
            assert str(record.pk) not in client.get(url).content.decode(), verb
        else:
            assert client.get(url).status_code == 404, verb


def test_a_disabled_person_is_signed_out_at_once(type, record, cast, client):
    client.force_login(cast.rosa)
    account_actions.disable(user=cast.rosa, by=cast.lin, now=timezone.now())
    assert client.get(pages(type, record)["detail"]).status_code == 302
    assert access.scope(cast.rosa, type.model.read).homes  # the row in hand is stale …
    cast.rosa.refresh_from_db()
    assert not access.scope(cast.rosa, type.model.read)  # … and says no once it is read again


def test_every_read_of_a_record_is_in_the_log(type, record, cast, client):
    client.force_login(cast.rosa)
    for page, verb in (("detail",) * 2, ("history",) * 2, ("edit",) * 2, ("void", "step")):
        before = AuditEvent.objects.filter(object_id=record.pk, action=f"record.{verb}").count()
        client.get(pages(type, record)[page])
        after = AuditEvent.objects.filter(object_id=record.pk, action=f"record.{verb}").count()
        assert after == before + 1, page


def test_one_row_in_hand_and_the_queryset_say_the_same(type, record, cast):
    """`open_to` answers without a query what `visible_to` asks the database."""
    account_actions.exclude(
        user=cast.tess, record=record, why="part of it", by=cast.rosa, now=timezone.now()
    )
    for user in (cast.rosa, cast.tess, cast.cara, cast.omar, cast.olga, cast.ned, cast.ivy):
        for permission in (type.model.read, type.model.write):
            asked = type.model.objects.visible_to(user, permission).filter(pk=record.pk).exists()
            assert record.open_to(user, permission) == asked, (user, permission)
