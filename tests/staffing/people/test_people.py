"""A colleague's name is found by those who see who works there, and leads to name, role, phone."""

import pytest
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts import actions
from cura.core.accounts.program import CURA
from cura.core.audit.models import AuditEvent
from staffing.people.quick import staff


def url(person) -> str:
    return reverse("person", args=[person.pk])


@pytest.fixture
def ask(cast, rf):
    def asked(who, text):
        request = rf.get("/find/")
        request.user = getattr(cast, who)
        return [hit.title for hit in staff(request, text)]

    return asked


def test_by_any_of_the_names(cast, ask):
    for text in ("cara", "CA", "mos", "cara moss", "moss cara"):
        assert ask("sam", text) == ["Cara Moss"], text
    for text in ("", "zz", "cara z"):
        assert ask("sam", text) == [], text


def test_without_accents(cast, ask):
    actions.change(row=cast.cara, values={"name": "Zoë Møss"}, by=CURA, now=timezone.now())
    assert ask("sam", "zoe") == ["Zoë Møss"]


def test_only_colleagues_of_ones_own_homes(cast, ask):
    assert ask("sam", "omar") == [] and ask("sam", "olga") == [] and ask("omar", "cara") == []
    assert ask("lin", "omar") == ["Omar Dale"]  # administrator of the whole organisation
    assert ask("sam", "lin ash") == ["Lin Ash"]
    assert ask("sam", "ivy") == []  # from outside
    assert ask("sam", "ned") == []  # gone
    for who in ("ivy", "ned"):
        assert ask(who, "cara") == []


def test_a_disabled_person_and_one_whose_role_ended_are_not_found(cast, ask):
    actions.disable(user=cast.cara, by=cast.lin, now=timezone.now())
    actions.end_role(membership=cast.tess.memberships.get(), by=CURA, now=timezone.now())
    assert ask("sam", "cara") == [] and ask("sam", "tess") == []


def test_somebody_without_the_permission_finds_nobody(cast, ask):
    actions.end_role(membership=cast.cara.memberships.get(), by=CURA, now=timezone.now())
    actions.give_role(user=cast.cara, role="agency", home=cast.elm, by=CURA, now=timezone.now())
    assert ask("cara", "sam") == []
    assert ask("sam", "cara") == ["Cara Moss"]


def test_the_box_leads_to_her(cast, as_user):
    answer = as_user(cast.sam).post(reverse("find"), {"find": "cara"})
    assert url(cast.cara) in answer.content.decode()


@pytest.mark.parametrize(
    "who,status", [("sam", 200), ("lin", 200), ("omar", 404), ("olga", 404), ("ivy", 404)]
)
def test_who_may_open_the_page(cast, as_user, who, status):
    assert as_user(getattr(cast, who)).get(url(cast.cara)).status_code == status


def test_it_says_name_role_and_phone_and_no_more(cast, as_user):
    actions.change(
        row=cast.cara,
        values={"phone": "07700 900123", "line": "I bake."},
        by=CURA,
        now=timezone.now(),
    )
    page = as_user(cast.sam).get(url(cast.cara)).content.decode()
    assert "Cara Moss" in page and "Care worker, Elm House" in page
    assert 'href="tel:+447700900123"' in page
    for hidden in ("I bake.", "cara@example.org", "/admin/"):
        assert hidden not in page
    event = AuditEvent.objects.get(action="person.read")
    assert (event.actor, event.object_id) == ("Sam Birch", cast.cara.pk)


def test_who_cares_for_accounts_goes_on_to_the_admin(cast, as_user):
    admin = reverse("admin:accounts_user_change", args=[cast.cara.pk])
    assert admin in as_user(cast.rosa).get(url(cast.cara)).content.decode()
    above = reverse("admin:accounts_user_change", args=[cast.lin.pk])
    assert above not in as_user(cast.rosa).get(url(cast.lin)).content.decode()


def test_without_a_number_it_says_so(cast, as_user):
    assert "No phone number" in as_user(cast.sam).get(url(cast.cara)).content.decode()
