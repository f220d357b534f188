"""The planning meeting: signed by the manager, answered by the child, and aims in one step."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from cura.core.deadlines import engine
from cura.core.deadlines.deadline import Deadline
from cura.core.deadlines.engine import sync
from cura.core.records import actions, steps
from placements.plan.actions import not_aims_yet
from placements.plan.reading import decisions
from placements.plan.record import placement_plan
from residents.aims.models import Aim
from residents.child.models import Child
from tests import builders
from tests.residents.records import make

AT = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)
DAY = timedelta(days=1)
OUTCOMES = (
    ("school", "Back at school by Easter.", "No school for 7 days.", "Five mornings a week."),
    ("family", "Sees his uncle.", "", "Every Sunday."),
)


def written(cast, by=None, now=AT, **changed):
    lines = {"planoutcome-TOTAL_FORMS": str(len(OUTCOMES)), "planoutcome-INITIAL_FORMS": "0"}
    for n, values in enumerate(OUTCOMES):
        names = ("area", "words", "starting_point", "wanted")
        lines |= {f"planoutcome-{n}-{k}": v for k, v in zip(names, values, strict=True)}
    return builders.make(
        placement_plan, subject=cast.kai, by=by or cast.sam, now=now, change=lines | changed
    )


def signed(cast, **more):
    record = written(cast, **more)
    return actions.reach(record=record, moment="signed", by=cast.rosa, now=more.get("now", AT))


def make_aims(record, by, now=AT):
    return steps.find(placement_plan, "aims").do(record=record, by=by, values={}, now=now)


def test_the_manager_signs_and_a_key_worker_does_not(cast):
    record = written(cast)
    with pytest.raises(PermissionDenied):
        actions.reach(record=record, moment="signed", by=cast.sam, now=AT)
    assert (
        actions.reach(record=record, moment="signed", by=cast.rosa, now=AT).signed_by == cast.rosa
    )


def test_the_childs_refusal_is_an_answer_in_her_words(cast, as_user):
    record = signed(cast)
    client, url = as_user(cast.sam), reverse("placement-plans-step", args=[record.pk, "child"])
    detail = reverse("placement-plans-detail", args=[record.pk])
    assert "the child not asked yet" in client.get(detail).content.decode()
    assert client.post(url, {"answer": "no", "answer_words": ""}).status_code == 422
    assert client.post(url, {"answer": "no", "answer_words": "I want mum."}).status_code == 302
    assert "I want mum." in client.get(detail).content.decode()


def test_agreed_outcomes_become_aims_in_one_step_and_only_once(cast, as_user):
    record = signed(cast)
    url = reverse("placement-plans-step", args=[record.pk, "aims"])
    assert as_user(cast.sam).post(url).status_code == 302
    aims = Aim.objects.of(cast.kai).order_by("id")
    assert [(a.area, a.words, a.starting_point, a.wanted) for a in aims] == list(OUTCOMES)
    assert list(Aim.objects.out_of(record).order_by("id")) == list(aims)
    assert make_aims(record, cast.rosa) == [] == not_aims_yet(record)
    actions.void(record=aims[0], reason="Not this.", by=cast.sam, now=AT)
    assert not_aims_yet(record) == []  # what was set aside is not made again


def test_aims_are_made_of_what_was_signed(cast):
    with pytest.raises(ValidationError, match="signed"):
        make_aims(written(cast), cast.sam)


def test_the_plan_shows_who_decides_and_what_is_not_known(cast):
    for who, since in (("social_worker", "2026-01-10"), ("home", "2026-02-10")):
        make(
            "decision", child=cast.kai, by=cast.sam, now=AT, question="haircut", who=who,
            since=since, evidence="Placement plan",
        )  # fmt: skip
    found = decisions(cast.kai, cast.cara)
    assert found["answers"] == [
        {"question": "A haircut", "answer": "We decide here", "limits": ""}
    ]  # fmt: skip
    assert found["words"] == "1 of 12 questions answered"
    assert "A haircut" not in found["missing"] and "A sleepover with a friend" in found["missing"]


# (legal status, looked after since, what is signed) -> how the duty of reg. 18 stands on day 3.
OWN = [
    ("other", None, None, "overdue"),
    ("other", None, "own", "late"),
    ("other", None, "council", "overdue"),
    ("s20", None, None, None),
    ("other", "2026-02-01", None, None),
    ("", None, None, None),
]


@pytest.mark.parametrize(("status", "since", "basis", "state"), OWN)
def test_a_child_whom_no_council_looks_after_has_a_plan_of_ours(cast, status, since, basis, state):
    Child.objects.filter(pk=cast.kai.pk).update(
        legal_status=status, looked_after_on=since, arrived_at=AT
    )
    cast.kai.refresh_from_db()
    sync(cast.kai, AT)
    if basis:
        signed(cast, now=AT + DAY, basis=basis)
    engine.resync(AT + 3 * DAY)
    row = Deadline.objects.standing().filter(object_id=cast.kai.pk, rule="PL-PLAN18").first()
    assert (row and row.state) == state
    if row:
        assert row.title == "Write and sign our own plan for Kai" and row.due_at == AT
