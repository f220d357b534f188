"""The clocks of reviews: from becoming looked after by law, from the move to us by policy."""

from datetime import date, timedelta

import pytest

from cura.core.deadlines.engine import resync
from cura.core.records import actions
from residents.child import actions as children
from tests.placements.made import NOW, at, clock, due_day, look_after, make, review, reviewed

pytestmark = pytest.mark.django_db


@pytest.fixture
def kai(cast):
    return look_after(cast.kai, cast.rosa)


def settled():
    assert resync(NOW) == 0


def test_the_first_review_has_two_clocks(cast, kai):
    """Looked after since Monday 15 December; three bank holidays lie in the twenty working days.
    He came here on 5 January: 28 days of our own policy."""
    assert due_day("LAC-REV1", kai) == date(2026, 1, 15)
    assert due_day("LAC-REV-HERE", kai) == date(2026, 2, 2)
    assert clock("LAC-REV1", kai).basis == "law"
    assert clock("LAC-REV-HERE", kai).basis == "policy"
    settled()


def test_a_review_before_the_move_answers_the_law_and_not_our_policy(cast, kai):
    reviewed(kai, cast.sam, at(2025, 12, 22, 16, 0), which="first")
    assert clock("LAC-REV1", kai).state == "met"
    assert clock("LAC-REV-HERE", kai).state == "overdue"
    reviewed(kai, cast.sam, at(2026, 1, 26, 16, 0), which="second")
    assert clock("LAC-REV-HERE", kai).state == "met"
    settled()


@pytest.mark.parametrize(
    "which,rule,due",
    [
        ("first", "LAC-REV2", date(2026, 4, 14)),
        ("second", "LAC-REV3", date(2026, 7, 14)),
        ("later", "LAC-REV3", date(2026, 7, 14)),
    ],
)
def test_each_review_sets_the_next(cast, kai, which, rule, due):
    found = reviewed(kai, cast.sam, at(2026, 1, 14, 16, 0), which=which)
    assert due_day(rule, found) == due
    other = {"LAC-REV2": "LAC-REV3", "LAC-REV3": "LAC-REV2"}[rule]
    assert clock(other, found) is None and clock(rule, found).owner == "theirs"
    following = review(kai, cast.sam, at(2026, 12, 7, 16, 0), which="later")
    assert clock(rule, found).planned_at == following.happened_at
    reviewed(kai, cast.sam, at(2026, 4, 2, 16, 0), which="later")
    assert clock(rule, found).done_at == at(2026, 4, 2, 16, 0)
    settled()


def test_our_report_five_working_days_before_the_day_that_is_planned(cast, kai):
    found = review(kai, cast.sam, at(2026, 12, 30, 16, 0), which="later")
    row = clock("LAC-REPORT", found)  # 25 and 28 December are bank holidays of 2026
    assert (due_day("LAC-REPORT", found), row.owner) == (date(2026, 12, 21), "ours")
    settled()


def test_it_is_met_when_the_report_has_gone(cast, kai):
    found = review(kai, cast.sam, at(2026, 12, 30, 16, 0), which="later")
    report = make(
        "reviewreport", child=kai, by=cast.sam, review=found.pk, child_view="x", moving_on="y"
    )
    reach(report, "signed", cast.sam)
    reach(report, "checked", cast.rosa)
    assert not clock("LAC-REPORT", found).done_at
    reach(report, "sent", cast.rosa, sent_to="Judith Parr", sent_how="mail")
    assert clock("LAC-REPORT", found).state == "met"
    actions.void(record=report, reason="x", by=cast.sam, now=NOW)
    assert not clock("LAC-REPORT", found).done_at
    settled()


def test_a_review_held_without_our_report_says_so_for_good(cast, kai):
    found = reviewed(kai, cast.sam, at(2026, 11, 10, 16, 0), which="later")
    assert clock("LAC-REPORT", found).state == "late"


def test_one_of_the_time_before_she_came_asks_no_report_of_us(cast, kai):
    found = reviewed(kai, cast.sam, at(2025, 12, 22, 16, 0), which="first")
    assert clock("LAC-REPORT", found) is None


def test_called_off_or_left_nothing_is_asked(cast, kai):
    off = review(kai, cast.sam, at(2026, 12, 14, 16, 0), which="later")
    on = review(kai, cast.sam, at(2026, 12, 30, 16, 0), which="later")
    values = {"cancelled_whom": "council", "cancelled_why": "Ill.", "cancelled_told": "By Sam."}
    actions.reach(record=off, moment="cancelled", by=cast.sam, values=values, now=NOW)
    assert clock("LAC-REPORT", off) is None
    children.leave(child=kai, by=cast.rosa, now=NOW)
    assert clock("LAC-REPORT", on) is clock("LAC-REV1", kai) is None
    settled()


def reach(record, moment, by, **values):
    record.refresh_from_db()
    return actions.reach(record=record, moment=moment, by=by, values=values, now=NOW)


def test_a_day_that_moves_takes_the_clock_along(cast, kai):
    found = review(kai, cast.sam, at(2026, 12, 14, 16, 0), which="later")
    assert due_day("LAC-REPORT", found) == date(2026, 12, 7)
    found.happened_at += timedelta(days=7)
    found.save()
    assert resync(NOW) and due_day("LAC-REPORT", found) == date(2026, 12, 14)
