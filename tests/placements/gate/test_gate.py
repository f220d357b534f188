"""Every reason to say not yet, who may say yes all the same, and who is told."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cura.core.deadlines.deadline import Deadline, DeadlineEvent
from cura.core.deadlines.ticking import tick
from cura.core.notices.notice import Notice
from cura.core.records import actions as records
from placements.admission.in_hand import of_door
from placements.gate import actions, sources
from placements.gate.finding import Blocks, Lifts
from placements.gate.models import Override
from placements.gate.reading import blocking, findings
from placements.gate.weighed import weighed
from residents.child import actions as children
from tests.placements import people

DAY = timedelta(days=1)
STALE = "The impact risk assessment is out of date."
REGISTRATION = Blocks(
    key="registration/places", words="Elm House is registered for 4.", who=Lifts.NOBODY,
    lifts="Only a newer certificate.",
)  # fmt: skip


@pytest.fixture
def now():
    return timezone.now().replace(microsecond=0)


@pytest.fixture
def referral(cast):
    return people.refer(cast)


def words(referral, now) -> list[str]:
    return [each.words for each in findings(referral, now)]


def test_without_an_assessment(referral, now):
    assert words(referral, now) == ["There is no signed impact risk assessment."]


def test_with_a_fresh_one_nothing_stands_against_it(cast, referral, now):
    people.assess(cast, referral)
    assert findings(referral, now) == []


def test_an_open_one_does_not_count(cast, referral, now):
    people.make(
        "impactassessment", home=cast.elm, by=cast.tess,
        data={"referral": referral.pk, "happened_at": people.typed(now),
              "pair-TOTAL_FORMS": 0, "pair-INITIAL_FORMS": 0,
              "householdvoice-TOTAL_FORMS": 0, "householdvoice-INITIAL_FORMS": 0},
    )  # fmt: skip
    assert words(referral, now) == ["There is no signed impact risk assessment."]


def test_somebody_is_not_in_it(cast, referral, now):
    people.assess(cast, referral, besides=[cast.mia])
    assert words(referral, now) == ["Mia lives here and is not in the impact risk assessment."]


def test_it_says_that_we_cannot(cast, referral, now):
    people.assess(cast, referral, result="no")
    said = "The impact risk assessment says that we cannot keep everybody safe."
    assert words(referral, now) == [said]


def test_an_emergency_makes_the_one_who_waits_stale(cast, now):
    """Amara waits, Kai's place is taken by somebody else that night (planted fact of the demo)."""
    amara = people.refer(cast, now=now - 4 * DAY)
    people.assess(cast, amara, now=now - 4 * DAY)
    assert blocking(amara, now) == []
    people.welcome(cast, "Zosia", now=now)
    assert words(amara, now) == [
        f"{STALE} Zosia came.",
        "Zosia lives here and is not in the impact risk assessment.",
    ]


@pytest.mark.parametrize(
    "kind,said",
    [("notice", "a notice is open"), ("cannot", "we said that we cannot keep somebody safe")],
)
def test_an_open_notice_is_the_responsible_individuals(cast, referral, now, kind, said):
    people.assess(cast, referral)
    at = now - 3 * DAY
    notice = people.notice(cast, cast.kai, now=at, kind=kind)
    [finding] = findings(referral, now)
    assert finding.words.startswith(f"Kai still lives here, and {said}, since ")
    david = people.responsible(cast)
    for who in (cast.tess, cast.rosa):
        with pytest.raises(PermissionDenied):
            actions.override(referral=referral, key=finding.key, why="x", by=who, now=now)
    actions.override(referral=referral, key=finding.key, why="Kai moves", by=david, now=now)
    assert blocking(referral, now) == []
    records.reach(
        record=notice, moment="ended", by=cast.rosa, now=now, values={"ended_why": "Safe now"}
    )
    assert findings(referral, now) == []


def test_a_notice_goes_with_the_child(cast, referral, now):
    people.assess(cast, referral, now=now)
    people.notice(cast, cast.kai)
    children.leave(child=cast.kai, by=cast.rosa, now=now)
    assert [each.key.split("/")[0] for each in findings(referral, now)] == []


def test_a_manager_says_yes_all_the_same_and_the_responsible_individual_hears_of_it(
    cast, referral, now
):
    david = people.responsible(cast)
    people.assess(cast, referral, besides=[cast.mia])
    [finding] = blocking(referral, now)
    with pytest.raises(PermissionDenied):
        actions.override(referral=referral, key=finding.key, why="No time", by=cast.tess, now=now)
    with pytest.raises(ValidationError):
        actions.override(referral=referral, key=finding.key, why=" ", by=cast.rosa, now=now)
    for _ in range(2):
        row = actions.override(
            referral=referral, key=finding.key, why="Mia is at Gran's", by=cast.rosa, now=now
        )
    assert (row.by, row.words) == (cast.rosa, finding.words)
    assert blocking(referral, now) == []
    [told] = Notice.objects.filter(user=david)
    assert told.text.startswith("Rosa said yes all the same. Mia lives here")
    assert told.at == now and told.url == reverse("gate", args=[referral.pk])


def test_another_finding_is_another_question(cast, referral, now):
    """Who said yes to a stale one has not said yes to the next who came; and the house is full by
    then, which is nobody's to lift."""
    signed = people.assess(cast, referral, now=now - DAY)
    people.welcome(cast, "Zosia", now=now - DAY / 2)
    for each in blocking(referral, now):
        actions.override(referral=referral, key=each.key, why="Known", by=cast.rosa, now=now)
    assert blocking(referral, now) == []
    people.welcome(cast, "Leon", now=now)
    assert {each.words for each in blocking(referral, now)} == {
        f"{STALE} Leon came.",
        "Leon lives here and is not in the impact risk assessment.",
        "The registration is for 4 at most. 4 children live or are to live here then, without "
        "Amara.",
    }
    assert signed.referral_id == referral.pk


def test_nobody_lifts_a_condition_of_registration(cast, referral, now, monkeypatch):
    monkeypatch.setattr(sources, "SOURCES", [lambda referral, now: [REGISTRATION]])
    for who in (cast.rosa, people.responsible(cast)):
        with pytest.raises(PermissionDenied):
            actions.override(referral=referral, key=REGISTRATION.key, why="x", by=who, now=now)
    # Even a row that should not be there lifts nothing.
    Override.objects.create(
        home=cast.elm, referral=referral, key=REGISTRATION.key, words="x", why="x", by=cast.rosa,
        at=now,
    )  # fmt: skip
    assert blocking(referral, now) == [REGISTRATION]


def test_what_does_not_fit_is_weighed_or_final(cast, referral, now, monkeypatch):
    """As `placements.fit` says it: a condition of registration is hard, the purpose is not."""
    said = [
        SimpleNamespace(code="certificate-age", words="She is ten.", hard=True, child_id=None),
        SimpleNamespace(code="purpose-needs", words="Not our purpose.", hard=False),
    ]
    monkeypatch.setattr(sources, "SOURCES", [weighed(lambda referral, now: said)])
    hard, soft = findings(referral, now)
    assert (hard.who, soft.who) == (Lifts.NOBODY, Lifts.MANAGER)
    with pytest.raises(PermissionDenied):
        actions.override(referral=referral, key=hard.key, why="x", by=cast.rosa, now=now)
    actions.override(referral=referral, key=soft.key, why="We can", by=cast.rosa, now=now)
    assert blocking(referral, now) == [hard]


def test_what_does_not_stand_there_is_not_lifted(cast, referral, now):
    people.assess(cast, referral)
    with pytest.raises(ValidationError, match="does not stand against it"):
        actions.override(referral=referral, key="age", why="x", by=cast.rosa, now=now)


def test_what_must_be_in_hand(cast, referral):
    """An answer is enough, "nobody could say" too; no answer is not."""
    door = people.in_hand(cast, referral, allergies="unknown", allergies_words="")
    assert of_door(door) == []
    empty = people.make("admission", {"referral": referral.pk}, home=cast.elm, by=cast.tess)
    assert [each.words for each in of_door(empty)] == [
        "We do not know on what legal basis she comes.",
        "We do not know whom we ring tonight for a yes.",
        "We do not know whether anybody is in danger, here or because of her coming.",
        "We do not know whether there are allergies.",
        "We do not know whether medicines come along.",
        "We do not know whether somebody must not know the address.",
        "We do not know who is on shift.",
    ]
    assert all(each.hard for each in of_door(empty))


# ---- the pages -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "who,status",
    [("rosa", 200), ("tess", 200), ("sam", 404), ("cara", 404), ("omar", 404), ("olga", 404),
     ("ivy", 404)],
)  # fmt: skip
def test_who_may_see_who_comes(cast, as_user, referral, who, status):
    client = as_user(getattr(cast, who))
    for url in (reverse("coming", args=["elm"]), reverse("gate", args=[referral.pk])):
        assert client.get(url).status_code == status
    lift = client.post(reverse("gate-lift", args=[referral.pk]), {"key": "x", "why": "y"})
    assert lift.status_code == (422 if status == 200 else 404)


def test_the_page_says_what_lifts_it_and_only_to_whom_it_is(cast, as_user, referral):
    url = reverse("gate", args=[referral.pk])
    page = as_user(cast.tess).get(url).content.decode()
    assert "There is no signed impact risk assessment." in page
    assert "Yes all the same" not in page
    page = as_user(cast.rosa).get(url).content.decode()
    assert "Yes all the same" in page
    body = {"key": "impact-missing", "why": ""}
    answer = as_user(cast.rosa).post(reverse("gate-lift", args=[referral.pk]), body)
    assert answer.status_code == 422 and "It stands with your name" in answer.content.decode()
    answer = as_user(cast.rosa).post(
        reverse("gate-lift", args=[referral.pk]), body | {"why": "Known well"}, follow=True
    )
    assert "Rosa Lind said yes all the same" in answer.content.decode()


def test_who_comes_costs_the_same_however_many_ask(cast, as_user, referral):
    """The gate is asked for those alone whom we told yes."""
    client, url = as_user(cast.tess), reverse("coming", args=["elm"])
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    for _ in range(4):
        people.refer(cast)
    with CaptureQueriesContext(connection) as many:
        page = client.get(url).content.decode()
    assert len(many) == len(few)
    assert page.count("Not answered yet") == 5


# ---- N2 ------------------------------------------------------------------------------------------
def told(record) -> list[tuple]:
    rows = DeadlineEvent.objects.filter(deadline__object_id=record.pk).order_by("at", "kind")
    return [(f"{e.at:%d %b}", tuple(e.to)) for e in rows]


def test_a_notice_that_ran_out_as_in_the_inspected_home(cast, time_machine):
    """Notice of 11 March, 28 days: 8 April. The manager hears of it on the 9th, the responsible
    individual on the 16th, then weekly (P18)."""
    given = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)
    time_machine.move_to(given, tick=False)
    notice = people.notice(cast, cast.kai, now=given, ends=datetime(2026, 4, 8).date())
    for day in range(1, 49):
        tick(given + day * DAY)
    assert told(notice) == [
        ("09 Apr", ("manager",)), ("16 Apr", ("ri",)), ("23 Apr", ("ri",)),
    ]  # fmt: skip
    left = datetime(2026, 4, 27, 10, 0, tzinfo=UTC)
    children.leave(child=cast.kai, by=cast.rosa, left_at=left, now=left)
    assert Deadline.objects.get(object_id=notice.pk).state in ("done", "late", "met")
