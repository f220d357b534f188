"""A visit as people write it: planned, held, called off; in the diary, on the pages, never in a
parent's sight."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from cura.core.records import actions
from cura.lib import london
from placements.visits.forms import HeldForm
from placements.visits.kinds import CHOICES, KINDS
from placements.visits.models import Visit
from placements.visits.reading import last_alone_words
from residents.child import actions as children
from residents.diary.lines import between
from residents.handover import gather
from tests.placements.made import NOW, at, held, visit
from tests.residents.records import make as person_of

pytestmark = pytest.mark.django_db
SOON = timezone.now() + timedelta(hours=3)
PAST = timezone.now() - timedelta(hours=3)


def new(cast):
    return reverse("professional-visits-new", args=[cast.kai.pk])


def body(when, **fields):
    local = london.local(when).strftime("%Y-%m-%dT%H:%M")
    return {"kind": "social_worker", "happened_at": local, "told": "yes"} | fields


def test_the_name_comes_from_her_people(cast, as_user):
    person_of("importantperson", child=cast.kai, by=cast.sam, name="Martin Cole",
              who="social_worker")  # fmt: skip
    assert as_user(cast.cara).post(new(cast), body(SOON)).status_code == 302
    assert Visit.objects.get().own_title() == "Social worker, Martin Cole"


def test_what_is_past_leads_straight_on_to_how_it_went(cast, as_user):
    answer = as_user(cast.cara).post(new(cast), body(PAST))
    found = Visit.objects.get()
    held_page = reverse("professional-visits-step", args=[found.pk, "held"])
    assert answer.url == held_page
    client = as_user(cast.cara)
    when = london.local(PAST).strftime("%Y-%m-%dT%H:%M")
    values = {"happened_at": when, "seen_alone": "no", "own_words": "Fine.", "came_of_it": "x"}
    refused = client.post(held_page, values)
    assert refused.status_code == 422
    assert "Say why the child was not seen alone." in refused.content.decode()
    assert client.post(held_page, values | {"seen_alone_why": "No time."}).status_code == 302
    found.refresh_from_db()
    assert found.held_by == cast.cara and found.happened_at < found.held_at


def test_what_has_not_come_yet_did_not_take_place(cast):
    found = visit(cast.kai, cast.sam, SOON, now=timezone.now())
    with pytest.raises(ValidationError, match="has not come yet"):
        actions.reach(record=found, moment="held", by=cast.sam, values={}, now=timezone.now())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_seen_alone_is_asked_where_it_should_be(cast, kind):
    found = Visit(kind=kind.key, child=cast.kai, home=cast.elm)
    assert ("seen_alone" in HeldForm(instance=found).fields) == kind.alone
    assert (kind.key, kind.title) in CHOICES


def test_called_off_is_told_to_the_child_and_cannot_be_held(cast, as_user):
    found = visit(cast.kai, cast.sam, SOON, now=timezone.now())
    off = reverse("professional-visits-step", args=[found.pk, "cancelled"])
    client = as_user(cast.sam)
    values = {"cancelled_whom": "council", "cancelled_why": "Ill."}
    assert client.post(off, values).status_code == 422
    assert client.post(off, values | {"cancelled_told": "By Sam."}).status_code == 302
    page = client.get(reverse("professional-visits-detail", args=[found.pk])).content.decode()
    assert "Called off" in page and "/do/held/" not in page
    with pytest.raises(ValidationError, match="called off"):
        actions.reach(record=Visit.objects.get(), moment="held", by=cast.sam, values={},
                      now=SOON + timedelta(hours=1))  # fmt: skip


def test_it_stands_in_the_diary_without_typing_it_twice(cast, as_user):
    found = visit(cast.kai, cast.sam, SOON, now=timezone.now(), who="Martin Cole", place="Snug")
    url = reverse("professional-visits-detail", args=[found.pk])
    pages = (
        reverse("diary-week", args=["elm"]),
        reverse("diary-list", args=[cast.kai.pk]),
        reverse("house-now", args=["elm"]),
        reverse("child", args=[cast.kai.pk]),
    )
    for page in pages:
        text = as_user(cast.sam).get(page).content.decode()
        assert url in text and "Martin Cole" in text, page
    others = gather.others(cast.elm, cast.sam, timezone.now())[cast.kai.pk]
    assert "Social worker, Martin Cole (Snug)" in gather.appointments([], others, timezone.now())


def test_neither_another_home_nor_a_parent_meets_it_in_the_diary(cast, as_user):
    """The independent visitor is hers alone: who reads only her diary sees nothing of it."""
    children.grant(child=cast.kai, user=cast.lin, role="parent", by=cast.rosa, now=cast.opened)
    visit(cast.kai, cast.sam, SOON, now=timezone.now(), who="Sheila", kind="independent")
    start, end = SOON - timedelta(days=1), SOON + timedelta(days=1)
    assert len(between(cast.kai, start, end, cast.sam)) == 1
    assert len(between(cast.kai, start, end, cast.ivy)) == 1  # the social worker, by her grant
    assert between(cast.kai, start, end, cast.lin) == between(cast.kai, start, end, cast.omar) == []
    text = as_user(cast.lin).get(reverse("diary-list", args=[cast.kai.pk])).content.decode()
    assert "Sheila" not in text and "visitor" not in text


def test_when_she_was_last_seen_alone(cast):
    assert "Nobody has written" in last_alone_words(cast.kai, cast.sam, NOW)
    held(cast.kai, cast.sam, at(2026, 10, 1, 16, 0))
    held(cast.kai, cast.sam, at(2026, 11, 3, 16, 0), seen_alone="no", seen_alone_why="Late.")
    held(cast.kai, cast.sam, at(2026, 11, 5, 16, 0), kind="advocate")
    words = last_alone_words(cast.kai, cast.sam, NOW)
    assert words == "Last seen alone Thu 1 Oct 2026, by social worker"


def test_she_knows_how_to_reach_her_reviewing_officer(cast, as_user):
    """A tick made with the child, with its day, on her people page."""
    board = reverse("people-list", args=[cast.kai.pk])
    iro = person_of("importantperson", child=cast.kai, by=cast.sam, name="Judith Parr", who="iro")
    mum = person_of("importantperson", child=cast.kai, by=cast.sam, name="Siobhan", who="mum")
    client = as_user(cast.sam)
    assert "Does Kai know how to reach them?" in client.get(board).content.decode()
    tick = reverse("people-step", args=[iro.pk, "known"])
    assert client.post(tick, {"known_words": "It is in my phone."}).status_code == 302
    assert "Kai knows how to reach them" in client.get(board).content.decode()
    refused = client.post(reverse("people-step", args=[mum.pk, "known"]), {"known_words": "x"})
    assert refused.status_code in (302, 403, 422)
    mum.refresh_from_db()
    assert mum.known_at is None
    # The number may change afterwards: the tick stays.
    edit = reverse("people-edit", args=[iro.pk])
    assert client.get(edit).status_code == 200
