"""Who owes what by which day: the home's policy from the day she came, the law's review from
becoming looked after, and both are shown."""

from datetime import date, timedelta

import pytest

from cura.core.deadlines import actions as policy
from cura.core.deadlines.deadline import Deadline
from cura.core.deadlines.engine import resync
from cura.core.deadlines.holders import holders
from cura.core.records import actions
from cura.lib import london
from placements.assessment.part_actions import give
from placements.assessment.progress import progress_of
from residents.child import actions as children
from tests.placements.assessment.conftest import BEGUN, CAME, WHOLE, begin, parts_of, sign, write

pytestmark = pytest.mark.django_db


def due(record, rule: str) -> Deadline:
    return Deadline.objects.get(object_id=record.pk, rule=rule)


def day(record, rule: str) -> date:
    return london.local_date(due(record, rule).due_at)


@pytest.mark.parametrize(
    ("rule", "on"),
    [
        ("ASSESS-MEET", date(2026, 6, 26)),  # 21 days after Friday 5 June
        ("ASSESS-28", date(2026, 7, 3)),  # 28 days
        ("ASSESS-REPORT", date(2026, 6, 25)),  # five working days before Thursday 2 July
    ],
)
def test_the_days_of_the_whole(house, rule, on):
    assert day(begin(house), rule) == on


def test_every_part_is_wanted_by_day_18_unless_another_day_is_agreed(house):
    part = parts_of(begin(house)).health
    assert day(part, "ASSESS-ASKED") == date(2026, 6, 23)
    values = {"writer": None, "outsider": "Nurse Hill", "booked_on": None}
    give(record=part, by=house.tess, now=BEGUN, values=values | {"due_on": date(2026, 6, 20)})
    assert day(part, "ASSESS-ASKED/agreed") == date(2026, 6, 20)
    assert due(part, "ASSESS-ASKED").state == "dropped"


def test_what_somebody_outside_was_asked_for_is_owed_to_us_and_never_our_red(house):
    record = begin(house)
    parts = parts_of(record)
    assert day(parts.therapy, "ASSESS-DRAFT") == date(2026, 6, 23)
    assert (due(parts.therapy, "ASSESS-DRAFT").owner, due(parts.health, "ASSESS-ASKED").owner) == (
        "ours", "theirs",
    )  # fmt: skip
    lines = progress_of([record], house.tess, BEGUN + timedelta(days=30))[0].lines
    tones = {line.part.discipline: line.tone for line in lines}
    assert (tones["therapy"], tones["health"]) == ("late", "soon")


def test_a_duty_names_the_part(house):
    assert due(parts_of(begin(house)).therapy, "ASSESS-DRAFT").title == (
        "Write the assessment of Noor: therapy"
    )


def test_a_part_is_done_when_its_author_has_signed_it(house):
    part = parts_of(begin(house)).therapy
    write(part, by=house.thea, now=BEGUN)
    assert due(part, "ASSESS-DRAFT").done_at is None
    sign(part, by=house.thea, now=BEGUN + timedelta(days=1))
    assert due(part, "ASSESS-DRAFT").state == "met"


def test_the_whole_is_met_signed_and_sent(house):
    record = begin(house, now=CAME + timedelta(days=20), **WHOLE)
    record = sign(record, by=house.tess, now=CAME + timedelta(days=20))
    assert due(record, "ASSESS-MEET").state == "met"
    assert due(record, "ASSESS-28").state == "met"
    assert due(record, "ASSESS-REPORT").done_at is None
    sign(
        record, by=house.tess, now=CAME + timedelta(days=21), moment="sent",
        sent_to="The reviewing officer, by secure mail",
    )  # fmt: skip
    assert due(record, "ASSESS-REPORT").state == "late"


def test_an_alert_goes_to_whoever_writes_the_part_and_for_an_outsider_to_the_coordinator(house):
    record = begin(house)
    parts = parts_of(record)
    asked = [
        (parts.therapy, "writer", house.thea), (parts.education, "writer", house.eddie),
        (parts.health, "writer", house.tess), (record, "coordinator", house.tess),
    ]  # fmt: skip
    for row, code, person in asked:
        rule = "ASSESS-DRAFT" if code == "writer" else "ASSESS-MEET"
        rule = "ASSESS-ASKED" if row == parts.health else rule
        assert holders(code, due(row, rule), BEGUN).people == [person]


def test_what_is_counted_back_from_a_day_stays_so_when_the_home_sets_its_own(house):
    record = begin(house)
    policy.set_policy(
        home=house.elm, duty="ASSESS-REPORT", amount=8, unit="working day", why="We post it.",
        by=house.rosa, now=BEGUN,
    )  # fmt: skip
    assert day(record, "ASSESS-REPORT") == date(2026, 6, 22)


def test_both_clocks_are_shown_with_their_ground(house):
    record = begin(house)
    told = {d.title: d for d in progress_of([record], house.tess, BEGUN)[0].days}
    assert told["Whole"].on == date(2026, 7, 3)
    assert "from coming here" in told["Whole"].ground
    assert told["Review"].on == date(2026, 7, 2)
    assert (
        told["Review"].ground.startswith("law") and "becoming looked after" in told["Review"].ground
    )
    assert told["Review"].words(BEGUN) == "on Thu 2 Jul 2026, not fixed yet"


def test_a_review_beyond_the_last_lawful_day_says_so_and_is_never_our_lateness(house):
    record = begin(house, review_on="2026-07-10", review_booked="on")
    review = progress_of([record], house.tess, BEGUN)[0].days[-1]
    assert review.words(BEGUN).endswith("fixed; the first had to be by Fri 3 Jul 2026")
    assert not review.late(BEGUN + timedelta(days=90))


def test_a_page_offers_the_last_lawful_day_and_what_is_known_of_the_child(house, client):
    client.force_login(house.tess)
    form = client.get(f"/assessments/new/{house.noor.pk}/").context["sheet"].form
    assert form.initial["looked_after_on"] == date(2026, 6, 5)
    assert form.initial["coordinator"] == house.tess


def test_one_that_puts_another_right_keeps_its_days_and_its_parts(house):
    old = begin(house)
    parts = parts_of(old)
    house.noor.arrived_at = CAME + timedelta(days=1)
    new = begin(house, now=BEGUN + timedelta(hours=1), replaces=old)
    assert new.came_at == CAME
    lines = progress_of([new], house.tess, BEGUN)[0].lines
    assert {line.part.pk for line in lines} == {part.pk for part in vars(parts).values()}
    resync(BEGUN + timedelta(days=1))
    assert due(parts.therapy, "ASSESS-DRAFT").state == "open"


def test_a_part_of_what_was_set_aside_is_wanted_no_more(house):
    record = begin(house)
    part = parts_of(record).therapy
    actions.void(record=record, reason="Written twice.", by=house.tess, now=BEGUN)
    resync(BEGUN + timedelta(days=1))
    assert due(part, "ASSESS-DRAFT").state == "dropped"


def test_nothing_more_is_due_when_she_has_left_and_it_goes_on_when_she_comes_back(house):
    record = begin(house)
    part = parts_of(record).therapy
    left = children.leave(child=house.noor, by=house.rosa, now=BEGUN + timedelta(days=1))
    assert due(part, "ASSESS-DRAFT").state == due(record, "ASSESS-28").state == "dropped"
    children.come_back(
        child=left, home=house.elm, by=house.rosa, now=BEGUN + timedelta(days=2)
    )  # fmt: skip
    assert due(part, "ASSESS-DRAFT").state == due(record, "ASSESS-28").state == "open"
