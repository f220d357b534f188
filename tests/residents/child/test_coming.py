"""A child comes to live here and leaves again: nothing typed is lost, nothing is made twice."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts.actions import add_bed
from cura.core.accounts.program import CURA
from cura.core.audit.models import AuditEvent
from cura.lib import london
from cura.lib.uuid7 import uuid7
from residents.child import actions
from residents.child.models import Child, Stay

NEW = reverse("child-new", args=["elm"])


def typed(moment) -> str:
    return london.local(moment).strftime("%Y-%m-%dT%H:%M")


def sheet(**changed) -> dict:
    return {
        "token": str(uuid7()), "first_name": "Zosia", "last_name": "Wren", "called": "Zo",
        "pronouns": "she/her", "born_0": "24", "born_1": "11", "born_2": "2011",
        "arrived_at": typed(timezone.now() - timedelta(hours=1)), "legal_status": "s20",
        "authority": "Eastmarch", "nhs_number": "9434765919",
    } | changed  # fmt: skip


@pytest.mark.parametrize(
    "who,status",
    [("rosa", 200), ("sam", 403), ("cara", 403), ("omar", 404), ("olga", 404), ("lin", 404),
     ("ivy", 404), ("ned", 404)],
)  # fmt: skip
def test_who_may_welcome_a_child(cast, as_user, who, status):
    client = as_user(getattr(cast, who))
    assert client.get(NEW).status_code == status
    before = Child.objects.count()
    assert client.post(NEW, sheet()).status_code == (302 if status == 200 else status)
    assert Child.objects.count() == before + (status == 200)


def test_a_child_comes_to_live_here(cast, as_user):
    room = add_bed(home=cast.elm, name="Garden", by=CURA, now=timezone.now())
    body = sheet(bed=str(room.pk), key_worker=str(cast.sam.pk))
    answer = as_user(cast.rosa).post(NEW, body, follow=True)
    zosia = Child.objects.get(pk=body["token"])
    assert answer.redirect_chain[0][0] == reverse("child", args=[zosia.pk])
    assert (zosia.home, zosia.bed, zosia.key_worker) == (cast.elm, room, cast.sam)
    assert (zosia.called, zosia.nhs_number) == ("Zo", "943 476 5919")
    assert typed(zosia.arrived_at) == body["arrived_at"]
    assert Stay.objects.get(child=zosia).bed == room
    assert AuditEvent.objects.filter(action="child.welcomed", object_id=zosia.pk).count() == 1
    faces = as_user(cast.cara).get(reverse("children")).content.decode()
    assert reverse("child", args=[zosia.pk]) in faces and NEW not in faces
    assert NEW not in as_user(cast.sam).get(reverse("children")).content.decode()


def test_whoever_comes_now_comes_by_the_door(cast, as_user):
    """The list leads to who comes to live here; that page to those brought forward."""
    door = reverse("coming", args=["elm"])
    for user in (cast.rosa, cast.tess):
        assert door in as_user(user).get(reverse("children")).content.decode()
    assert NEW not in as_user(cast.tess).get(door).content.decode()
    assert NEW in as_user(cast.rosa).get(door).content.decode()
    as_user(cast.rosa).post(NEW, body := sheet())
    assert Child.objects.get(pk=body["token"]).brought_forward


def test_a_time_in_summer_is_london_time(cast, as_user):
    body = sheet(arrived_at="2026-07-01T10:00")
    assert as_user(cast.rosa).post(NEW, body).status_code == 302
    assert Child.objects.get(pk=body["token"]).arrived_at.hour == 9


def test_pressing_twice_makes_one(cast, as_user):
    client, body = as_user(cast.rosa), sheet()
    first, second = client.post(NEW, body), client.post(NEW, body)
    assert first["Location"] == second["Location"]
    assert Child.objects.filter(last_name="Wren").count() == 1


def test_a_token_that_is_somebody_else(cast, as_user):
    for token, status in ((str(cast.fay.pk), 404), ("nonsense", 302), ("", 302)):
        answer = as_user(cast.rosa).post(NEW, sheet(token=token))
        assert answer.status_code == status, token
    cast.fay.refresh_from_db()
    assert cast.fay.first_name == "Fay"


def test_a_room_in_use_is_refused_beside_it_and_nothing_is_lost(cast, as_user):
    room = add_bed(home=cast.elm, name="Garden", by=CURA, now=timezone.now())
    actions.change(child=cast.mia, values={"bed": room}, by=cast.rosa, now=timezone.now())
    client = as_user(cast.rosa)
    assert "Garden room" not in client.get(NEW).content.decode()
    body = sheet(bed=str(room.pk))
    answer = client.post(NEW, body)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Somebody sleeps in this room" in str(answer.context["form"].errors["bed"])
    assert 'href="#id_bed"' in page
    for value in ("Zosia", "Wren", "Zo", "24", "2011", "Eastmarch", "9434765919", body["token"]):
        assert f'value="{value}"' in page, value
    assert client.post(NEW, body | {"bed": ""}).status_code == 302


def test_a_room_that_was_taken_in_between_is_refused_kindly(cast, as_user, monkeypatch):
    """The form still offered it; the action, with the room locked, says no."""
    room = add_bed(home=cast.elm, name="Garden", by=CURA, now=timezone.now())
    actions.change(child=cast.mia, values={"bed": room}, by=cast.rosa, now=timezone.now())
    monkeypatch.setattr("residents.child.rooms.free", lambda besides=None: type(room).objects)
    answer = as_user(cast.rosa).post(NEW, sheet(bed=str(room.pk)))
    assert answer.status_code == 422
    assert "Somebody sleeps in this room" in str(answer.context["form"].errors["bed"])
    assert not Child.objects.filter(last_name="Wren").exists()


@pytest.mark.parametrize(
    "name,wrong",
    [("arrived_at", {"arrived_at": "2199-01-01T10:00"}), ("arrived_at", {"arrived_at": ""}),
     ("arrived_at", {"arrived_at": "2026-03-29T01:30"}), ("born", {"born_2": "1911"}),
     ("born", {"born_2": "2100"}), ("born", {"born_0": "31", "born_1": "2"}),
     ("born", {"born_2": "9" * 30}), ("first_name", {"first_name": ""}),
     ("nhs_number", {"nhs_number": "9434765910"}), ("key_worker", {"key_worker": "x"})],
)  # fmt: skip
def test_what_cannot_be_is_said_beside_its_question(cast, as_user, name, wrong):
    answer = as_user(cast.rosa).post(NEW, sheet(**wrong))
    assert answer.status_code == 422
    assert answer.context["form"].errors[name]
    assert 'value="Wren"' in answer.content.decode()


def test_a_full_house_is_said_before_anybody_types(cast, as_user):
    client = as_user(cast.rosa)
    assert "registered for" not in client.get(NEW).content.decode()
    cast.elm.places = 2
    cast.elm.save()
    assert "registered for 2 and 2 live here" in client.get(NEW).content.decode()


def leaving(child) -> str:
    return reverse("child-leave", args=[child.pk])


@pytest.mark.parametrize("name", ["child-leave", "child-move", "child-access"])
@pytest.mark.parametrize(
    "who,status",
    [("rosa", 200), ("sam", 200), ("cara", 403), ("ivy", 403), ("omar", 404), ("lin", 404)],
)
def test_who_may_see_these_pages(cast, as_user, name, who, status):
    url = reverse(name, args=[cast.kai.pk])
    assert as_user(getattr(cast, who)).get(url).status_code == status
    if status != 200:
        assert as_user(getattr(cast, who)).post(url, {}).status_code == status


def test_the_page_of_facts_leads_to_all_three(cast, as_user):
    page = as_user(cast.sam).get(reverse("child-change", args=[cast.kai.pk])).content.decode()
    for name in ("child-leave", "child-move", "child-access"):
        assert reverse(name, args=[cast.kai.pk]) in page


def test_a_child_leaves(cast, as_user):
    room = add_bed(home=cast.elm, name="Garden", by=CURA, now=timezone.now())
    actions.move(
        child=cast.mia, home=cast.elm, bed=room, at=cast.opened, by=cast.rosa, now=timezone.now()
    )
    client, at = as_user(cast.sam), timezone.now() - timedelta(days=2)
    asked = client.get(leaving(cast.mia)).content.decode()
    assert "Lived here before" in asked and "may still see the file" not in asked
    answer = client.post(leaving(cast.mia), {"left_at": typed(at)}, follow=True)
    page = answer.content.decode()
    mia = Child.objects.get(pk=cast.mia.pk)
    assert (typed(mia.left_at), mia.bed) == (typed(at), None)
    assert Stay.objects.filter(child=mia, ends=None).count() == 0
    assert page.index("Lived here before</h2>") < page.index(reverse("child", args=[mia.pk]))
    again = client.post(leaving(mia), {"left_at": typed(at)}, follow=True)
    assert "lived here until" in again.content.decode()
    assert "Garden room" in as_user(cast.rosa).get(NEW).content.decode()
    assert AuditEvent.objects.filter(action="child.left").count() == 1


def test_who_may_still_see_the_file_is_said(cast, as_user):
    assert "Ivy Cole (Social worker)" in as_user(cast.sam).get(leaving(cast.kai)).content.decode()


@pytest.mark.parametrize("days", [1, -4000, None])
def test_a_day_that_cannot_be_is_refused_beside_it(cast, as_user, days):
    at = "" if days is None else typed(timezone.now() + timedelta(days=days))
    answer = as_user(cast.sam).post(leaving(cast.mia), {"left_at": at})
    assert answer.status_code == 422
    assert answer.context["form"].errors["left_at"]
    assert not Child.objects.get(pk=cast.mia.pk).left_at
