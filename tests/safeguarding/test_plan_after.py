"""After each hold the child's safety plan is looked at again."""

import pytest
from django.urls import reverse

from cura.core.accounts import actions as accounts
from cura.core.deadlines import engine
from cura.core.deadlines.deadline import Deadline, DeadlineEvent
from cura.core.deadlines.ticking import tick
from cura.core.records import actions
from residents.plan.models import PlanAsked
from residents.safetyplan.models import SafetyPlan
from safeguarding.restraint.record import restraint
from tests.residents.plan.plans import plan, step
from tests.safeguarding.records import HELD, HOUR, body, hold, sheet, signed


def asked() -> Deadline:
    return Deadline.objects.standing().get(rule="PLAN-EVENT/safetyplan")


# What is done, how many hours after the hold, and who has heard of it by the fourth day.
AFTER = [
    (None, 0, ["key_worker", "manager"]),
    ("stands", 20, []),
    ("version", 30, ["key_worker"]),
]


@pytest.mark.parametrize(("what", "hours", "told"), AFTER)
def test_it_is_looked_at_within_three_days(cast, what, hours, told):
    standing = plan("safetyplan", child=cast.kai, by=cast.sam, now=HELD - 100 * HOUR)
    hold(cast, cast.cara)
    assert asked().due_at == HELD + 72 * HOUR
    at = HELD + hours * HOUR
    tick(at)
    if what == "stands":
        step(standing, "stands", cast.sam, at, words="The music helped.", own_words="")
    elif what == "version":
        plan("safetyplan", child=cast.kai, by=cast.sam, now=at)
    tick(HELD + 96 * HOUR)
    heard = DeadlineEvent.objects.filter(deadline=asked()).order_by("at")
    assert [code for event in heard for code in event.to] == told
    assert asked().state == ("met" if what else "overdue")


def test_two_holds_before_one_look_are_one_thing_to_do(cast):
    plan("safetyplan", child=cast.kai, by=cast.sam, now=HELD - 100 * HOUR)
    hold(cast, cast.cara)
    again = HELD + 5 * HOUR
    hold(
        cast,
        cast.cara,
        now=again + HOUR,
        happened_at="2026-06-11T01:40",
        ended_at="2026-06-11T01:42",
    )
    assert PlanAsked.objects.count() == 2
    assert asked().due_at == HELD + 72 * HOUR
    plan("safetyplan", child=cast.kai, by=cast.sam, now=HELD + 9 * HOUR)
    assert asked().state == "met"
    assert engine.resync(HELD + 9 * HOUR) == 0


def test_a_child_without_a_plan_gets_one(cast, as_user):
    hold(cast, cast.cara)
    url = reverse("go", args=["residents.planasked", PlanAsked.objects.get().pk])
    assert as_user(cast.sam).get(url)["Location"] == reverse(
        "safety-plans-list", args=[cast.kai.pk]
    )
    plan("safetyplan", child=cast.kai, by=cast.sam, now=HELD + 10 * HOUR)
    assert asked().state == "met"


def test_the_plan_says_what_asks_but_not_to_whoever_is_kept_from_it(cast, as_user):
    plan("safetyplan", child=cast.kai, by=cast.sam, now=HELD - 100 * HOUR)
    record = hold(cast, cast.cara)
    url = reverse("safety-plans-detail", args=[SafetyPlan.objects.get().pk])
    assert "To be looked at again: a hold on" in as_user(cast.sam).get(url).content.decode()
    accounts.exclude(user=cast.sam, record=record, why="part of it", by=cast.rosa, now=HELD)
    page = as_user(cast.sam).get(url).content.decode()
    assert "a hold on" not in page and "something that happened" in page


def test_a_wrong_fact_put_right_asks_no_second_time(cast):
    old = signed(cast, cast.cara)
    page = sheet("restraint", cast, body(cast.cara), cast.sam, now=HELD + HOUR)
    assert page.is_valid(), page.errors()
    actions.create(
        sheet=page, type=restraint, subject=cast.kai, by=cast.sam, replaces=old, now=HELD + HOUR
    )
    assert PlanAsked.objects.get().cause_id == old.pk
