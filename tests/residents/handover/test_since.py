"""What was written since I was last here."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from cura.core.records import actions as records
from cura.core.records import registry
from residents.handover import since
from residents.mustread.models import MustReadSeen
from tests import builders
from tests.residents.handover.test_handover import written

NOW = timezone.now


def note(cast, words, child=None, by=None, **change):
    return builders.signed(
        registry.of("residents.dailynote"), subject=child or cast.kai, by=by or cast.cara,
        change={"words": [words], "next_shift": []} | change,
    )  # fmt: skip


def test_from_her_last_handover_on(cast):
    assert since.last_here(cast.elm, cast.sam, NOW()) is None
    handover = written(cast)
    taken = records.reach(
        record=handover, moment="taken", by=cast.sam, values={}, now=timezone.now()
    )
    assert since.last_here(cast.elm, cast.sam, NOW()) == taken.taken_at
    assert since.last_here(cast.elm, cast.tess, NOW()) == handover.happened_at
    assert since.last_here(cast.elm, cast.sam, NOW() + timedelta(days=4)) is None


def test_by_child_what_the_next_shift_should_know_first(cast, as_user):
    note(cast, "An ordinary moment")
    note(cast, "Mind the stairs", next_shift=["on"])
    note(cast, "Her own words", by=cast.sam)
    note(cast, "Mia sang", child=cast.mia)
    page = as_user(cast.sam).get(reverse("since")).content.decode()
    assert page.index("Mind the stairs") < page.index("An ordinary moment") < page.index("Mia sang")
    assert "Her own words" not in page  # she wrote it


def test_nothing_is_marked_as_read_by_looking(cast, as_user):
    builders.make(
        registry.of("residents.mustread"), subject=cast.elm, by=cast.rosa,
        change={"words": ["Gate is open"], "for_whom": ["everyone"]},
    )  # fmt: skip
    client = as_user(cast.sam)
    for _ in range(2):
        page = client.get(reverse("since")).content.decode()
        assert "Gate is open" in page and "You have not read it yet" in page
    assert not MustReadSeen.objects.exists()


def test_the_diary_says_what_is_new_and_what_was_called_off(cast):
    tomorrow = (NOW() + timedelta(days=1)).isoformat()
    tea = builders.make(
        registry.of("residents.diaryentry"), subject=cast.elm, by=cast.tess,
        change={"title": ["Tea"], "happened_at": [tomorrow], "until": [""]},
    )  # fmt: skip
    start = NOW() - timedelta(hours=1)
    assert [n.kind for n in since.news(cast.elm, cast.sam, start, NOW())] == ["New in the diary"]
    records.reach(
        record=tea,
        moment="cancelled",
        by=cast.tess,
        values={"cancelled_whom": "us"},
        now=timezone.now(),
    )
    assert [n.kind for n in since.news(cast.elm, cast.sam, start, NOW())] == ["Called off"]


def test_key_work_by_its_topic_without_its_words(cast, as_user):
    builders.signed(
        registry.of("residents.keywork"), subject=cast.kai, by=cast.tess, canary="zqcanary",
        change={"topic": ["family"]},
    )  # fmt: skip
    page = as_user(cast.sam).get(reverse("since")).content.decode()
    assert "Key work: family" in page and "zqcanary" not in page


def test_another_choice_of_hours_and_other_people(cast, as_user):
    note(cast, "An ordinary moment")
    for hours in ("12", "72", "9999", "x"):
        assert as_user(cast.sam).get(reverse("since"), {"hours": hours}).status_code == 200
    assert "ordinary" not in as_user(cast.omar).get(reverse("since")).content.decode()
    assert as_user(cast.lin).get(reverse("since")).status_code == 403
