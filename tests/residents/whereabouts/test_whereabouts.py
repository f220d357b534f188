"""Out and back by two taps each, and what the house says meanwhile."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from cura.core.records import registry
from residents.diary.models import DiaryEntry
from residents.whereabouts import actions, reading
from residents.whereabouts.models import Outing
from tests import builders


def house(client) -> str:
    return client.get(reverse("house-now", args=["elm"])).content.decode()


def test_out_and_back_in_two_taps_each(cast, as_user):
    client = as_user(cast.cara)
    assert reverse("outing-go", args=[cast.kai.pk]) in house(client)
    url = reverse("outing-go", args=[cast.kai.pk])
    assert "School" in client.get(url).content.decode()
    answer = client.post(url, {"where": "School"})
    assert answer["Location"] == reverse("house-now", args=["elm"])
    outing = Outing.objects.get()
    assert (outing.where, outing.author, outing.back_at) == ("School", cast.cara, None)
    page = house(client)
    assert "School" in page and "1 out" in page
    client.post(reverse("outing-back", args=[cast.kai.pk]))
    outing.refresh_from_db()
    assert outing.back_at == outing.came_back_at and outing.back_by == cast.cara
    page = house(client)
    assert "Kai is home." in page and "Everybody is at home." in page


def test_a_second_press_writes_nothing_new(cast, as_user):
    client = as_user(cast.cara)
    data = {"where": "Shop", "token": "0197f6a0-0000-7000-8000-000000000001"}
    for _ in range(3):
        client.post(reverse("outing-go", args=[cast.kai.pk]), data)
    assert Outing.objects.count() == 1


def test_whoever_is_late_is_said_to_be(cast):
    now = timezone.now()
    outing = actions.go_out(
        child=cast.kai, where="Town", by=cast.cara, now=now - timedelta(hours=2)
    )
    outing.expected_back = now - timedelta(minutes=20)
    assert reading.line(outing, now)["late"]
    assert reading.line(outing, now)["back"].startswith("Was expected")


def test_what_the_diary_says_comes_first_with_who_goes(cast, as_user):
    now = timezone.now()
    entry = builders.make(
        registry.of(DiaryEntry), subject=cast.elm, by=cast.tess,
        change={
            "title": ["Dentist"], "children": [str(cast.kai.pk)], "takes_out": ["on"],
            "driver": [str(cast.sam.pk)], "happened_at": [now.isoformat()], "until": ["23:30"],
        },
    )  # fmt: skip
    client = as_user(cast.cara)
    url = reverse("outing-go", args=[cast.kai.pk])
    assert f'value="{entry.pk}"' in client.get(url).content.decode()
    client.post(url, {"entry": str(entry.pk)})
    outing = Outing.objects.get()
    assert (outing.where, outing.with_staff) == ("Dentist", cast.sam)
    assert outing.expected_back == entry.ends


def test_places_are_those_she_goes_to(cast):
    for where in ("Gran", "Pool", "Gran"):
        actions.go_out(child=cast.kai, where=where, by=cast.cara, now=timezone.now())
    assert reading.places(cast.kai, cast.cara)[:2] == ["Gran", "Pool"]


def test_other_homes_and_readers_cannot(cast, as_user):
    url = reverse("outing-go", args=[cast.kai.pk])
    for user, status in ((cast.omar, 404), (cast.olga, 404), (cast.lin, 404), (cast.ivy, 403)):
        assert as_user(user).get(url).status_code == status
        assert as_user(user).post(url, {"where": "x"}).status_code == status
    assert not Outing.objects.exists()


def test_nobody_comes_back_before_going(cast):
    now = timezone.now()
    form = registry.of(Outing).moment("back").form
    outing = actions.go_out(child=cast.kai, where="Town", by=cast.cara, now=now)
    early = {"came_back_at": (now - timedelta(hours=1)).isoformat()}
    assert not form(early, instance=outing, user=cast.cara, subject=cast.kai).is_valid()
