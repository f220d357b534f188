"""The clocks that visits answer, each with its day; and that a write moves them at once."""

from datetime import UTC, date, datetime

import pytest

from cura.core.deadlines.deadline import Deadline
from cura.core.deadlines.engine import resync
from cura.core.records import actions, registry
from residents.child import actions as children
from tests import builders
from tests.placements.made import NOW, at, clock, due_day, held, look_after, reviewed, visit
from tests.residents.records import make as person_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def kai(cast):
    return look_after(cast.kai, cast.rosa)


def settled():
    """Whatever was written, a look at every row changes nothing."""
    assert resync(NOW) == 0


def test_of_a_child_who_is_not_looked_after_nothing_is_counted(cast):
    held(cast.mia, cast.sam, at(2026, 1, 9, 16, 0))
    assert not Deadline.objects.standing().filter(child_id=cast.mia.pk).exists()
    look_after(cast.mia, cast.rosa)
    assert clock("SW-VISIT1", cast.mia).state == "met"
    settled()


@pytest.mark.parametrize(
    "seen,why,state",
    [("yes", "", "met"), ("not_wanted", "", "met"), ("no", "No room was free.", "overdue")],
)
def test_the_first_visit_within_seven_days_and_seen_alone(cast, kai, seen, why, state):
    """He came on 5 January (CPR 2010 reg. 28(2)(a))."""
    assert due_day("SW-VISIT1", kai) == date(2026, 1, 12)
    held(kai, cast.sam, at(2026, 1, 9, 16, 0), seen_alone=seen, seen_alone_why=why)
    row = clock("SW-VISIT1", kai)
    assert (row.state, row.owner, row.child_id) == (state, "theirs", kai.pk)
    settled()


def test_a_visit_that_is_planned_says_so_beside_the_clock_and_none_when_called_off(cast, kai):
    planned = visit(kai, cast.sam, at(2026, 12, 1, 16, 0))
    assert clock("SW-VISIT1", kai).planned_at == at(2026, 12, 1, 16, 0)
    values = {"cancelled_whom": "council", "cancelled_why": "Ill.", "cancelled_told": "By Sam."}
    actions.reach(record=planned, moment="cancelled", by=cast.sam, values=values, now=NOW)
    assert clock("SW-VISIT1", kai).planned_at is None
    settled()


AFTER = [
    ("SW-VISIT6", "social_worker", {}, date(2026, 2, 20)),
    ("HEALTH-5UP", "health", {}, date(2027, 1, 9)),
    ("HEALTH-DENT", "dentist", {}, date(2027, 1, 9)),
    ("HEALTH-DENT/advised", "dentist", {"next_on": date(2026, 7, 1)}, date(2026, 7, 1)),
    ("PEP-TERM", "pep", {}, date(2026, 5, 9)),
    ("EHCP-ANN", "ehc", {}, date(2027, 1, 9)),
]


@pytest.mark.parametrize("rule,kind,values,due", AFTER, ids=[row[0] for row in AFTER])
def test_each_kind_counts_from_the_last_one_to_the_next(cast, kai, rule, kind, values, due):
    first = held(kai, cast.sam, at(2026, 1, 9, 16, 0), kind=kind, **values)
    assert due_day(rule, first) == due
    assert not clock(rule, first).done_at
    held(kai, cast.sam, at(2026, 1, 20, 16, 0), kind="optician")
    assert not clock(rule, first).done_at
    following = held(kai, cast.sam, at(2026, 2, 3, 16, 0), kind=kind, next_on=None)
    assert clock(rule, first).done_at == at(2026, 2, 3, 16, 0)
    actions.void(record=following, reason="wrong child", by=cast.sam, now=NOW)
    assert not clock(rule, first).done_at
    settled()


def test_two_that_are_written_out_of_order_stand_in_their_own(cast, kai):
    second = held(kai, cast.sam, at(2026, 2, 10, 16, 0))
    first = held(kai, cast.sam, at(2026, 1, 9, 16, 0))
    assert clock("SW-VISIT6", first).done_at == second.happened_at
    assert due_day("SW-VISIT6", second) == date(2026, 3, 24)


def test_after_the_first_year_and_when_the_plan_is_to_stay(cast):
    """Six weeks go on; three months when the last review said that she lives here until 18."""
    una = children.welcome(
        home=cast.elm, first_name="Una", last_name="Day", born=date(2012, 5, 1), by=cast.rosa,
        arrived_at=datetime(2025, 1, 6, 9, tzinfo=UTC), looked_after_on=date(2024, 12, 1), now=NOW,
    )  # fmt: skip
    seen = held(una, cast.sam, at(2026, 3, 2, 16, 0))
    assert clock("SW-VISIT6", seen) is None
    assert due_day("SW-VISIT-Y2", seen) == date(2026, 4, 13)
    said = reviewed(una, cast.sam, at(2026, 2, 3, 16, 0), stays="on")
    assert clock("SW-VISIT-Y2", seen) is None
    assert due_day("SW-VISIT-Y2/to-18", seen) == date(2026, 6, 2)
    actions.void(record=said, reason="x", by=cast.sam, now=NOW)
    assert due_day("SW-VISIT-Y2", seen) == date(2026, 4, 13)
    settled()


def test_a_clock_calls_the_social_worker_by_name(cast, kai):
    """ "Martin Cole's visit to Kai", and after him whoever comes next."""
    seen = held(kai, cast.sam, at(2026, 10, 13, 16, 0))
    assert clock("SW-VISIT6", seen).title == "The social worker's visit to Kai"
    martin = person_of(
        "importantperson", child=kai, by=cast.sam, name="Martin Cole", who="social_worker"
    )
    assert clock("SW-VISIT6", seen).title == "Martin Cole's visit to Kai"
    assert due_day("SW-VISIT6", seen) == date(2026, 11, 24)  # in four days
    actions.reach(
        record=martin, moment="ended", by=cast.sam, values={"ended_why": "She left."}, now=NOW
    )
    assert clock("SW-VISIT6", seen).title == "The social worker's visit to Kai"


def test_a_gp_within_five_working_days_by_her_people_or_by_a_visit(cast, kai):
    """This one is ours."""
    assert (due_day("HEALTH-GP", kai), clock("HEALTH-GP", kai).owner) == (date(2026, 1, 12), "ours")
    gp = person_of("importantperson", child=kai, by=cast.sam, name="Dr Lund", who="gp")
    assert clock("HEALTH-GP", kai).done_at == gp.created_at
    seen = held(kai, cast.sam, at(2026, 1, 8, 10, 0), kind="gp")
    assert clock("HEALTH-GP", kai).done_at == seen.happened_at
    assert clock("HEALTH-GP", kai).state == "met"
    settled()


def test_what_is_open_ends_when_she_leaves_and_what_was_met_stays(cast, kai):
    first = held(kai, cast.sam, at(2026, 1, 9, 16, 0))
    second = held(kai, cast.sam, at(2026, 2, 10, 16, 0))
    children.leave(child=kai, by=cast.rosa, now=NOW)
    assert clock("SW-VISIT1", kai).state == clock("SW-VISIT6", first).state == "met"
    assert clock("SW-VISIT6", second) is None and clock("HEALTH-GP", kai) is None
    settled()


def test_short_breaks_have_their_own_clocks(cast):
    """From the first day of the series; then six months after each (CPR 2010 reg. 48)."""
    began = datetime(2026, 3, 2, 10, tzinfo=UTC)
    breaks = registry.of("placements.service")
    change = {
        "kind": ["breaks"], "child": [str(cast.kai.pk)], "for_whom": [""],
        "happened_at": [began.isoformat()],
    }  # fmt: skip
    series = builders.make(breaks, subject=cast.elm, by=cast.rosa, now=NOW, change=change)
    assert due_day("SHORT-VISIT", series) == date(2026, 3, 9)
    assert due_day("SHORT-REV", series) == date(2026, 6, 2)
    seen = held(cast.kai, cast.sam, at(2026, 3, 6, 16, 0))
    said = reviewed(cast.kai, cast.sam, at(2026, 5, 20, 16, 0), which="later")
    assert clock("SHORT-VISIT", series).state == clock("SHORT-REV", series).state == "met"
    assert due_day("SHORT-VISIT/again", seen) == date(2026, 9, 6)
    assert due_day("SHORT-REV/again", said) == date(2026, 11, 20)
    settled()
    values = {"ended_how": "It is enough."}
    actions.reach(record=series, moment="ended", by=cast.rosa, values=values, now=NOW)
    assert clock("SHORT-VISIT/again", seen) is clock("SHORT-REV/again", said) is None
    settled()


def test_what_others_owe_is_not_said_as_our_lateness(cast, kai):
    """To the manager it is owed to us, wherever it is told."""
    from cura.core.deadlines.ticking import tick  # noqa: PLC0415
    from cura.core.notices.delivering import deliver  # noqa: PLC0415
    from cura.core.notices.notice import Notice  # noqa: PLC0415

    tick(NOW)
    deliver(NOW)
    told = Notice.objects.filter(user=cast.rosa, deadline=clock("SW-VISIT1", kai))
    assert told.count() and all("owed to us since" in n.text for n in told)
    assert not told.filter(text__contains="overdue").exists()
