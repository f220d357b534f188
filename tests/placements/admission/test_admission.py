"""The door: it opens for whom nothing stands against, once, and everything is there behind it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts.actions import add_bed
from cura.core.accounts.home import HomeSettings
from cura.core.accounts.program import CURA
from cura.core.audit.models import AuditEvent
from cura.core.deadlines.deadline import Deadline
from cura.core.records import actions as records
from placements.admission import consent
from placements.admission.actions import admit
from placements.admission.models import Admission
from placements.reg41.models import Reg41Notice
from residents.alerts.models import Alert
from residents.child import actions as children
from residents.child.models import Child, Stay
from residents.decisions.models import Decision
from residents.mustread.models import MustRead
from tests.placements import people

STEP = "door"


@pytest.fixture
def now():
    return timezone.now().replace(microsecond=0)


@pytest.fixture
def room(cast, now):
    return add_bed(home=cast.elm, name="Landing", by=CURA, now=now)


@pytest.fixture
def referral(cast, now):
    return people.refer(cast, now=now, called="Ama", sex="female")


@pytest.fixture
def door(cast, referral, now):
    people.assess(cast, referral, now=now)
    return people.in_hand(cast, referral, now=now)


def let_in(door, by, now, room=None, **more):
    values = {"came_at": now, "bed": room, "key_worker": None} | more
    return admit(record=door, by=by, values=values, now=now)


def test_she_lives_here(cast, door, room, now):
    came = let_in(door, cast.tess, now, room, key_worker=cast.sam)
    child = came.child
    assert (child.name, child.home, child.bed, child.key_worker) == (
        "Ama", cast.elm, room, cast.sam,
    )  # fmt: skip
    assert (child.legal_status, child.authority, child.sex) == ("s46", "Calderbrook", "female")
    assert not child.brought_forward
    assert Stay.objects.get(child=child).bed == room
    door.referral.refresh_from_db()
    assert (door.referral.child, door.referral.answer) == (child, "yes")
    assert (came.admitted_by, came.came_at) == (cast.tess, now)
    assert AuditEvent.objects.filter(action="child.welcomed", object_id=child.pk).count() == 1


def test_what_was_asked_at_the_door_stands_in_her_file(cast, door, now):
    child = let_in(door, cast.tess, now).child
    alerts = Alert.objects.filter(child=child).order_by("tone", "words")
    assert [(a.words, a.tone) for a in alerts] == [
        ("Allergy: Peanuts", 1), ("Must not know the address: Her uncle", 1),
        ("Medicine without a label: it is not given. Ask 111 or the pharmacist.", 2),
    ]  # fmt: skip
    [decision] = Decision.objects.filter(child=child)
    assert (decision.question, decision.who) == ("home_remedies", "parent")
    assert "paracetamol" in decision.limits
    [read] = MustRead.objects.filter(child=child)
    assert read.for_whom == "shift" and read.words.startswith("Ama lives here since ")


def test_pressing_twice_lets_in_once(cast, door, now):
    first = let_in(door, cast.tess, now)
    assert let_in(door, cast.tess, now).child == first.child
    assert Child.objects.filter(last_name="Obi").count() == 1
    again = people.make
    with pytest.raises(AssertionError):
        again("admission", {"referral": door.referral_id}, home=cast.elm, by=cast.tess)


def test_who_lived_here_before_has_a_file_that_goes_on(cast, as_user, now):
    children.leave(child=cast.mia, by=cast.rosa, left_at=now - timedelta(days=9), now=now)
    facts = {"first_name": "Mia", "last_name": "Stone", "born_0": "14", "born_1": "3"}
    referral = people.refer(cast, born_2="2013", **facts)
    people.assess(cast, referral)
    door = people.in_hand(cast, referral)
    step = reverse("admissions-step", args=[door.pk, STEP])
    client = as_user(cast.tess)
    assert "Lived here before?" in client.get(step).content.decode()
    client.post(step, {"came_at": people.typed(timezone.now()), "same": str(cast.mia.pk)})
    door.refresh_from_db()
    assert door.child_id == cast.mia.pk and door.child.left_at is None
    assert door.child.legal_status == "s46"
    assert Child.objects.filter(last_name="Stone").count() == 1


@pytest.mark.parametrize("missing", ["assessment", "in hand", "born"])
def test_the_action_refuses_and_says_why(cast, now, missing):
    referral = people.refer(cast, **({"born_0": "", "born_1": "", "born_2": ""} if missing == "born"
                                     else {}))  # fmt: skip
    if missing != "assessment":
        people.assess(cast, referral)
    door = people.in_hand(cast, referral, **({"allergies": ""} if missing == "in hand" else {}))
    said = {
        "assessment": "There is no signed impact risk assessment.",
        "in hand": "We do not know whether there are allergies.",
        "born": "We do not know her date of birth.",
    }[missing]
    with pytest.raises(ValidationError) as refused:
        let_in(door, cast.tess, now)
    assert said in refused.value.messages
    assert not Child.objects.filter(last_name="Obi").exists()


def test_it_is_never_reached_alone(cast, door, now):
    """The moment without the act would freeze a paper and make nobody's file."""
    with pytest.raises(ValidationError, match="through the door"):
        records.reach(
            record=door, moment="admitted", by=cast.tess, values={"came_at": now}, now=now
        )


def test_who_may_let_in(cast, door, now):
    for who in (cast.sam, cast.cara, cast.omar):
        with pytest.raises(PermissionDenied):
            let_in(door, who, now)


def test_a_room_that_is_taken(cast, door, room, now):
    children.change(child=cast.mia, values={"bed": room}, by=cast.rosa, now=now)
    with pytest.raises(ValidationError, match="Somebody sleeps in this room"):
        let_in(door, cast.tess, now, room)
    assert not Child.objects.filter(last_name="Obi").exists()


def test_what_stood_there_at_the_door_stays(cast, door, now):
    came = let_in(door, cast.tess, now)
    with pytest.raises(Exception, match=r"(?i)frozen|stays|guard"):
        Admission.objects.filter(pk=came.pk).update(danger_words="another")


def test_what_begins_then_is_called_once(cast, door, now, monkeypatch):
    called = []
    monkeypatch.setattr("placements.admission.actions.begin", lambda **told: called.append(told))
    came = let_in(door, cast.tess, now)
    let_in(door, cast.tess, now)
    assert [told["child"] for told in called] == [came.child]


# ---- regulation 41 -------------------------------------------------------------------------------
def council(cast, name: str) -> None:
    HomeSettings.objects.update_or_create(home=cast.elm, defaults={"local_council": name})


def test_the_local_council_hears_of_it(cast, door, now):
    council(cast, "Eastmarch")
    child = let_in(door, cast.tess, now).child
    [notice] = Reg41Notice.objects.filter(child=child)
    assert (notice.kind, notice.council, notice.authority) == ("came", "Eastmarch", "Calderbrook")
    assert (notice.accommodated, notice.order) == ("no", "none")
    [due] = Deadline.objects.filter(object_id=notice.pk)
    assert (due.rule, due.title) == (
        "R41-ADMIT", "Tell the local council that Ama came to live here",
    )  # fmt: skip
    with pytest.raises(ValidationError, match="independent reviewing officer"):
        sent(notice, cast, now)
    records_of = {"authority_contact": "A. Gill", "iro_contact": "Not named yet", "needs": "none"}
    Reg41Notice.objects.filter(pk=notice.pk).update(**records_of)
    sent(notice, cast, now)
    due.refresh_from_db()
    assert due.done_at == now


def sent(notice, cast, now):
    values = {"sent_to": "notices@eastmarch.example.org", "sent_how": "mail"}
    return records.reach(record=notice, moment="sent", by=cast.rosa, values=values, now=now)


@pytest.mark.parametrize(
    "local,short,count",
    [("Calderbrook", False, 0), (" calderbrook", False, 0), ("Eastmarch", True, 0), ("", False, 1)],
)
def test_when_nobody_needs_to_hear_of_it(cast, referral, now, local, short, count):
    council(cast, local)
    people.assess(cast, referral)
    door = people.in_hand(cast, referral, **({"short_break": "on"} if short else {}))
    child = let_in(door, cast.tess, now).child
    later = now + timedelta(days=3)
    children.leave(child=child, by=cast.rosa, left_at=later, now=later)
    kinds = list(Reg41Notice.objects.filter(child=child).values_list("kind", flat=True))
    assert sorted(kinds) == ["came", "left"][: 2 * count]


def test_her_leaving_starts_the_other_clock(cast, now):
    """Brought forward, no admission here: the regulation asks all the same."""
    council(cast, "Eastmarch")
    children.leave(child=cast.kai, by=cast.sam, left_at=now, went_to="12 Hill Road", now=now)
    [notice] = Reg41Notice.objects.filter(child=cast.kai)
    assert Deadline.objects.get(object_id=notice.pk).rule == "R41-DISCH"


# ---- who can consent -----------------------------------------------------------------------------
def test_every_legal_basis_says_who_can_consent():
    assert set(consent.TONIGHT) == set(Child.LegalStatus)
    for status in Child.LegalStatus:
        said = consent.TONIGHT[status]
        assert said.cite and said.ask and said.council
        assert consent.NO_REMEDIES in consent.lines(status)
    police = consent.TONIGHT[Child.LegalStatus.POLICE]
    assert "no parental responsibility" in police.council and "46(9)" in police.cite
    assert consent.lines("") == []


# ---- the pages -----------------------------------------------------------------------------------
def test_the_page_has_no_door_while_something_stands_against_it(cast, as_user, referral):
    door = people.in_hand(cast, referral)
    detail = reverse("admissions-detail", args=[door.pk])
    step = reverse("admissions-step", args=[door.pk, STEP])
    client = as_user(cast.tess)
    page = client.get(detail).content.decode()
    assert "There is no signed impact risk assessment." in page and step not in page
    assert "Police protection gives the council no parental responsibility" in page
    assert client.get(step, follow=True).redirect_chain[-1][0] == detail
    people.assess(cast, referral)
    assert step in client.get(detail).content.decode()
    answer = client.post(step, {"came_at": people.typed(timezone.now())})
    child = Child.objects.get(last_name="Obi")
    assert answer["Location"] == reverse("child", args=[child.pk])


def test_the_page_refuses_what_the_action_refuses(cast, as_user, referral):
    door = people.in_hand(cast, referral)
    step = reverse("admissions-step", args=[door.pk, STEP])
    answer = as_user(cast.tess).post(step, {"came_at": people.typed(timezone.now())})
    assert answer.status_code == 422
    assert "There is no signed impact risk assessment." in answer.content.decode()
