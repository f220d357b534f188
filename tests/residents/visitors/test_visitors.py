from django.urls import reverse

from cura.core.records import registry
from residents.visitors import reading
from residents.visitors.models import Visitor
from tests import builders

LIST = "/homes/elm/visitors/"


def came(cast, **change):
    change = {k: [str(v)] for k, v in change.items()} | {"identity": ["seen"]}
    return builders.make(registry.of(Visitor), subject=cast.elm, by=cast.tess, change=change)


def test_left_by_one_tap_and_back_by_two(cast, as_user):
    visitor = came(cast, name="Sheila Bright", come_from="Independent visitor", child=cast.mia.pk)
    client = as_user(cast.cara)
    assert "Sheila Bright" in client.get(LIST).content.decode()
    client.post(reverse("visitor-left", args=[visitor.pk]))
    visitor.refresh_from_db()
    assert visitor.left_by == cast.cara and visitor.went_at == visitor.left_at
    page = client.get(LIST).content.decode()
    assert reverse("visitor-again", args=[visitor.pk]) in page
    token = {"token": "0197f6a0-0000-7000-8000-000000000002"}
    for _ in range(2):
        client.post(reverse("visitor-again", args=[visitor.pk]), token)
    again = Visitor.objects.exclude(pk=visitor.pk).get()
    assert (again.name, again.child, again.identity) == ("Sheila Bright", cast.mia, "known")
    assert [v.pk for v in reading.here_now(cast.elm, cast.cara)] == [again.pk]
    assert reading.known(cast.elm, cast.cara) == []


def test_who_left_twice_is_told_so(cast, as_user):
    visitor = came(cast, name="Alan")
    client = as_user(cast.cara)
    for _ in range(2):
        assert client.post(reverse("visitor-left", args=[visitor.pk])).status_code == 302
    assert "has been done already" in client.get(LIST).content.decode()


def test_the_book_is_of_the_house_only(cast, as_user):
    visitor = came(cast, name="Alan", child=cast.kai.pk)
    for user in (cast.ivy, cast.omar, cast.olga, cast.lin):
        client = as_user(user)
        assert client.get(LIST).status_code == 404
        assert client.post(reverse("visitor-left", args=[visitor.pk])).status_code == 404
        assert client.post(reverse("visitor-again", args=[visitor.pk])).status_code == 404
