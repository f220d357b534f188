"""To another home, through the pages: the file goes along, the old home keeps what it wrote, and
search, feeds and house pages follow."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts.actions import add_bed
from cura.core.accounts.program import CURA
from cura.core.audit.models import AuditEvent
from cura.core.records import registry, verify
from cura.core.search import index
from cura.lib import london
from residents.child import actions
from residents.child.models import Child, Stay
from residents.diary import feed
from tests import builders
from tests.cast import mover
from tests.residents.child.test_coming import typed
from tests.residents.records import signed


def url(child) -> str:
    return reverse("child-move", args=[child.pk])


def go(client, child, home, bed="", at=None):
    body = {"bed": f"{home.pk}.{getattr(bed, 'pk', '')}", "at": typed(at or timezone.now())}
    return client.post(url(child), body, follow=True)


def diary(cast, home, child, by, title, ahead=timedelta(hours=2)):
    at = timezone.now() + ahead
    change = {
        "title": [title], "children": [str(child.pk)], "happened_at": [typed(at)], "until": [""],
        "weekly_until": [""],
    }  # fmt: skip
    type = registry.of("residents.diaryentry")
    return builders.make(type, subject=home, by=by, canary=title, change=change)


def read(user, address: str) -> str:
    client = Client()
    client.force_login(user)
    answer = client.get(address)
    return answer.content.decode() if answer.status_code == 200 else str(answer.status_code)


def test_to_another_room(cast, as_user):
    garden, attic = (
        add_bed(home=cast.elm, name=n, by=CURA, now=timezone.now()) for n in ("Garden", "Attic")
    )
    actions.change(child=cast.mia, values={"bed": attic}, by=cast.rosa, now=timezone.now())
    client = as_user(cast.sam)
    asked = client.get(url(cast.kai)).content.decode()
    assert "Garden room" in asked and "Attic room" not in asked and "Oak House" not in asked
    page = go(client, cast.kai, cast.elm, garden).content.decode()
    assert "Kai lives at Elm House now, Garden room." in page
    kai = Child.objects.get(pk=cast.kai.pk)
    assert (kai.home, kai.bed) == (cast.elm, garden)
    go(client, kai, cast.elm, garden)  # pressed twice
    assert Stay.objects.filter(child=kai).count() == 2
    assert AuditEvent.objects.filter(action="child.moved").count() == 1


def test_a_room_in_use_and_homes_of_others_are_refused(cast, as_user):
    attic = add_bed(home=cast.elm, name="Attic", by=CURA, now=timezone.now())
    actions.change(child=cast.mia, values={"bed": attic}, by=cast.rosa, now=timezone.now())
    client = as_user(cast.sam)
    for home, bed in ((cast.elm, attic), (cast.oak, ""), (cast.far, "")):
        answer = go(client, cast.kai, home, bed)
        assert answer.status_code == 422
        assert "choose another" in str(answer.context["form"].errors["bed"])
    assert Child.objects.get(pk=cast.kai.pk).home == cast.elm


def test_the_action_says_no_too(cast):
    with pytest.raises(PermissionDenied):
        actions.move(child=cast.kai, home=cast.oak, by=cast.rosa, now=timezone.now())
    mover(cast)
    with pytest.raises(ValidationError):
        actions.move(
            child=cast.kai,
            home=cast.oak,
            by=cast.rosa,
            at=cast.opened - timedelta(1),
            now=timezone.now(),
        )
    left = actions.leave(child=cast.mia, by=cast.rosa, now=timezone.now())
    with pytest.raises(ValidationError):
        actions.move(child=left, home=cast.oak, by=cast.rosa, now=timezone.now())


def test_a_child_who_left_is_not_moved(cast, as_user):
    actions.leave(child=cast.mia, by=cast.rosa, now=timezone.now())
    answer = as_user(cast.sam).get(url(cast.mia), follow=True)
    assert "lived here until" in answer.content.decode()


@pytest.fixture
def moved(cast, as_user):
    """Kai moves from Elm to Oak by the page; a note stands before it, and one after it."""
    actions.change(
        child=cast.kai, values={"key_worker": cast.sam}, by=cast.rosa, now=timezone.now()
    )
    old = signed("dailynote", child=cast.kai, by=cast.sam, words="The hamster slept in his hood.")
    diary(cast, cast.elm, cast.kai, cast.sam, "Braces")
    diary(cast, cast.elm, cast.kai, cast.sam, "Clinic", ahead=timedelta(days=-3))
    client = as_user(mover(cast))
    assert "Oak House" in client.get(url(cast.kai)).content.decode()
    at = timezone.now() - timedelta(minutes=5)
    page = go(client, cast.kai, cast.oak, at=at).content.decode()
    assert "Kai lives at Oak House now." in page and "key worker there" in page
    kai = Child.objects.select_related("home").get(pk=cast.kai.pk)
    new = signed("dailynote", child=kai, by=cast.omar, words="First tea at Oak: two pies.")
    index.pending()
    return kai, old, new


def page_of(note) -> str:
    return reverse("daily-notes-detail", args=[note.pk])


def test_the_new_home_reads_the_old_notes(cast, moved):
    kai, old, new = moved
    assert kai.home == cast.oak and kai.key_worker is None
    listed = read(cast.omar, reverse("daily-notes-list", args=[kai.pk]))
    assert page_of(old) in listed and page_of(new) in listed
    assert "hamster" in read(cast.omar, page_of(old))
    assert reverse("child", args=[kai.pk]) in read(cast.omar, reverse("children"))


def test_the_old_home_reads_what_it_wrote_and_no_more(cast, moved):
    kai, old, new = moved
    faces = read(cast.cara, reverse("children"))
    assert faces.index("Lived here before</h2>") < faces.index(reverse("child", args=[kai.pk]))
    page = read(cast.cara, reverse("child", args=[kai.pk]))
    assert str(old.pk) in page and str(new.pk) not in page
    assert "Elm House" in page and "Oak" not in page
    assert "hamster" in read(cast.cara, page_of(old))
    assert read(cast.cara, page_of(new)) == "404"
    for name in ("child-change", "child-move", "child-leave", "child-access", "daily-notes-list",
                 "alerts-list", "people-list", "diary-list"):  # fmt: skip
        assert read(cast.sam, reverse(name, args=[kai.pk])) == "404", name
    event = AuditEvent.objects.get(action="child.before")
    assert (event.actor, event.object_id) == ("Cara Moss", kai.pk)


def test_the_old_home_writes_nothing_more_about_the_child(cast, moved):
    kai = moved[0]
    assert read(cast.sam, reverse("daily-notes-new", args=[kai.pk])) == "404"
    assert read(cast.sam, reverse("outing-go", args=[kai.pk])) == "404"


def test_search_follows(cast, moved, as_user):
    found = {
        (who, words): as_user(getattr(cast, who)).post(reverse("find"), {"find": words})
        for who in ("cara", "omar", "olga") for words in ("hamster", "pies")
    }  # fmt: skip
    seen = {key for key, answer in found.items() if "/go/" in answer.content.decode()}
    assert seen == {("cara", "hamster"), ("omar", "hamster"), ("omar", "pies")}


def test_house_pages_and_diaries_follow(cast, moved):
    kai = moved[0]
    for user, slug, here in ((cast.omar, "oak", True), (cast.cara, "elm", False)):
        house = read(user, reverse("house-now", args=[slug]))
        assert (reverse("child", args=[kai.pk]) in house) is here
        assert ("Braces" in house) is here
        assert ("Braces" in read(user, reverse("diary-week", args=[slug]))) is here
    past = london.local_date(timezone.now() - timedelta(days=3))
    day = reverse("diary-day", args=["elm", past.year, past.month, past.day])
    assert "Clinic" in read(cast.cara, day)


def test_feeds_follow(cast, moved):
    for user, here in ((cast.omar, 2), (cast.cara, 1), (cast.ivy, 2)):
        secret = feed.make(by=user, now=timezone.now())
        text = Client().get(reverse("diary-ics", args=[secret])).content.decode()
        assert text.count("K.M.") == here, user


def test_the_log_is_whole_after_a_move(cast, moved):
    assert list(verify.records()) == []
    chains = AuditEvent.objects.filter(action__in=("child.moved", "stay.begun", "stay.ended"))
    latest = chains.order_by("-id")[:3].values_list("chain", flat=True)
    assert set(latest) == {f"home:{cast.elm.pk}"}


def test_the_last_home_keeps_the_whole_file_when_the_child_leaves(cast, moved):
    kai, old, new = moved
    actions.leave(child=kai, by=cast.omar, now=timezone.now())
    assert "hamster" in read(cast.omar, page_of(old))
    assert "pies" in read(cast.omar, page_of(new))
    assert read(cast.cara, page_of(new)) == "404"


def test_back_at_the_old_home_everything_is_read_again(cast, moved):
    kai, old, new = moved
    actions.move(child=kai, home=cast.elm, by=cast.rosa, now=timezone.now())
    assert "pies" in read(cast.cara, page_of(new))
    assert "Facts" in read(cast.cara, reverse("child", args=[kai.pk]))
    assert "What we wrote" in read(cast.omar, reverse("child", args=[kai.pk]))


def test_a_stranger_finds_no_child_who_moved(cast, moved):
    for user in (cast.olga, cast.ned, cast.lin):
        assert read(user, reverse("child", args=[moved[0].pk])) == "404"
