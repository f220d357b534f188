"""She lived here before: her own file goes on, instead of a second child with her name."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts import actions as accounts
from cura.core.accounts.actions import add_bed
from cura.core.accounts.program import CURA
from cura.core.audit.models import AuditEvent
from cura.core.records import verify
from residents.child import actions
from residents.child.models import Child, Stay
from residents.daily.record import daily_note
from tests import builders
from tests.cast import mover
from tests.residents.child.test_coming import NEW, sheet, typed

NOW = timezone.now

DAY = timedelta(days=1)


@pytest.fixture
def mia(cast):
    """Mia Stone, born 14 March 2013, lived at Elm and left ten days ago."""
    return actions.leave(child=cast.mia, left_at=timezone.now() - 10 * DAY, by=cast.rosa, now=NOW())


def same(**changed) -> dict:
    return sheet(
        first_name="mia", last_name="STONE", born_0="14", born_1="3", born_2="2013", nhs_number=""
    ) | changed  # fmt: skip


def back(child) -> str:
    return reverse("child-back", args=[child.pk])


@pytest.mark.parametrize(
    "changed,found",
    [({}, True), ({"last_name": "Stone-Hill"}, True), ({"born_2": "2012"}, True),
     ({"first_name": "Maja"}, True), ({"first_name": "Ana", "last_name": "Wren"}, False),
     ({"born_0": "15", "last_name": "Wren"}, False)],
)  # fmt: skip
def test_she_is_found_before_a_second_one_is_made(cast, as_user, mia, changed, found):
    answer = as_user(cast.rosa).post(NEW, same(**changed))
    page = answer.content.decode()
    assert (answer.status_code == 422) == (back(mia) in page) == found
    assert Child.objects.filter(home=cast.elm).count() == 2 + (not found)
    if found:
        assert "Mia Stone" in page and f'value="{same(**changed)["first_name"]}"' in page
        event = AuditEvent.objects.filter(action="child.new").order_by("-pk")[0]
        assert str(mia.pk) in event.body


def test_the_nhs_number_finds_her_under_any_name(cast, as_user, mia):
    Child.objects.filter(pk=mia.pk).update(nhs_number="943 476 5919")
    body = sheet(nhs_number="943-476-5919")
    assert back(mia) in as_user(cast.rosa).post(NEW, body).content.decode()


def test_it_may_be_another_child_all_the_same(cast, as_user, mia):
    body = same(another="on")
    assert as_user(cast.rosa).post(NEW, body).status_code == 302
    assert Child.objects.filter(first_name__iexact="mia").count() == 2


def test_that_it_is_another_child_is_kept_while_something_else_is_put_right(cast, as_user, mia):
    page = as_user(cast.rosa).post(NEW, same(another="on", arrived_at="")).content.decode()
    assert 'name="another" value="on"' in page


def test_nobody_learns_of_a_child_whom_she_may_not_see(cast, as_user):
    """Ola left Oak: Sam of Elm knows nothing of her; Rosa, who manages both homes, does."""
    ola = actions.leave(child=cast.ola, by=cast.omar, now=NOW())
    body = same(first_name="Ola", last_name="Reed")
    assert as_user(cast.rosa).post(NEW, body).status_code == 302
    page = as_user(mover(cast)).post(NEW, body | {"token": ""}).content.decode()
    assert back(ola) in page


def test_who_may_open_the_page(cast, as_user, mia):
    for who, status in (
        ("rosa", 200),
        ("sam", 403),
        ("cara", 403),
        ("omar", 404),
        ("olga", 404),
        ("lin", 404),
    ):
        assert as_user(getattr(cast, who)).get(back(mia)).status_code == status, who
    facts = as_user(cast.rosa).get(reverse("child-change", args=[mia.pk])).content.decode()
    assert back(mia) in facts and reverse("child-leave", args=[mia.pk]) not in facts
    assert as_user(cast.rosa).get(back(cast.kai)).status_code == 302  # she lives here


def test_her_own_file_goes_on(cast, as_user, mia):
    note = builders.make(daily_note, subject=cast.kai, by=cast.sam)
    type(note).objects.filter(pk=note.pk).update(child=mia)
    room, at = (
        add_bed(home=cast.elm, name="Garden", by=CURA, now=NOW()),
        timezone.now() - DAY,
    )
    body = {"bed": f"{cast.elm.pk}.{room.pk}", "at": typed(at)}
    client = as_user(cast.rosa)
    page = client.post(back(mia), body, follow=True).content.decode()
    assert "Mia lives at Elm House again" in page
    came = Child.objects.get(pk=mia.pk)
    assert (came.left_at, came.bed, typed(came.arrived_at)) == (None, room, typed(at))
    first, second = Stay.objects.filter(child=mia).order_by("starts")
    assert first.ends == mia.left_at and (second.starts, second.ends) == (came.arrived_at, None)
    assert note.__class__.objects.visible_to(cast.sam).filter(child=came).exists()
    assert client.post(back(mia), body).status_code == 302  # pressed twice
    assert Stay.objects.filter(child=mia).count() == 2
    assert AuditEvent.objects.filter(action="child.came-back").count() == 1
    assert not [f for _, check in verify.parts(cast.elm.pk) for f in check()
                if str(mia.pk) in str(f)]  # fmt: skip


def test_two_stays_never_overlap(cast, as_user, mia):
    room = add_bed(home=cast.elm, name="Garden", by=CURA, now=NOW())
    for at in (mia.left_at - timedelta(minutes=1), timezone.now() + DAY):
        body = {"bed": f"{cast.elm.pk}.", "at": typed(at)}
        answer = as_user(cast.rosa).post(back(mia), body)
        assert answer.status_code == 422 and answer.context["form"].errors["at"]
    # Kai slept in that room until yesterday: nobody else did so as well.
    now = timezone.now()
    actions.move(child=cast.kai, home=cast.elm, bed=room, at=now - 5 * DAY, by=cast.rosa, now=NOW())
    actions.move(child=cast.kai, home=cast.elm, at=now - DAY, by=cast.rosa, now=NOW())
    with pytest.raises(ValidationError, match="sleeps in this room"):
        actions.come_back(
            child=mia,
            home=cast.elm,
            bed=room,
            arrived_at=now - 2 * DAY,
            by=cast.sam,
            now=NOW(),
        )
    assert Child.objects.get(pk=mia.pk).left_at
    actions.come_back(
        child=mia, home=cast.elm, bed=room, arrived_at=now - DAY, by=cast.sam, now=NOW()
    )


def test_to_another_home_of_ours_both_homes_are_asked(cast, mia):
    for by, home in ((cast.omar, cast.oak), (cast.sam, cast.oak), (cast.cara, cast.elm)):
        with pytest.raises(PermissionDenied):
            actions.come_back(child=mia, home=home, by=by, now=NOW())
    Child.objects.filter(pk=mia.pk).update(key_worker=cast.sam)
    came = actions.come_back(child=mia, home=cast.oak, by=mover(cast), now=NOW())
    assert (came.home, came.key_worker) == (cast.oak, None)
    with pytest.raises(ValidationError, match="lives at Oak"):
        actions.come_back(child=came, home=cast.elm, by=cast.rosa, now=NOW())
    accounts.give_role(user=cast.rosa, role="manager", home=cast.far, by=CURA, now=NOW())
    left = actions.leave(child=came, by=cast.rosa, now=NOW())
    with pytest.raises(ValidationError, match="another organisation"):
        actions.come_back(child=left, home=cast.far, by=cast.rosa, now=NOW())


def test_a_key_worker_who_still_works_here_stays_hers(cast, mia):
    Child.objects.filter(pk=mia.pk).update(key_worker=cast.sam)
    assert (
        actions.come_back(child=mia, home=cast.elm, by=cast.rosa, now=NOW()).key_worker == cast.sam
    )


def test_grants_that_ended_with_the_leaving_do_not_come_back(cast):
    mum = accounts.add_person(
        organisation=cast.acorn, username="mum", name="Mum", by=CURA, now=NOW()
    )
    actions.grant(child=cast.kai, user=mum, role="parent", by=cast.rosa, now=NOW())
    kai = actions.leave(child=cast.kai, by=cast.rosa, now=NOW())
    before = dict(kai.grants.values_list("user__username", "ends"))
    actions.come_back(child=kai, home=cast.elm, by=cast.rosa, now=NOW())
    assert dict(kai.grants.values_list("user__username", "ends")) == before
