"""Aims: set in one step, told day by day, and what nobody can tell progress from."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from cura.core.deadlines.deadline import Deadline, DeadlineEvent
from cura.core.deadlines.engine import sync
from cura.core.deadlines.ticking import tick
from cura.core.records import actions
from cura.core.records.verify import records as verify_records
from cura.lib import london
from residents.aims import reading
from residents.aims.actions import set_aim, tell
from residents.aims.models import Aim, AimEntry
from residents.aims.panels import for_manager
from residents.report.gather import gather
from tests.residents.records import make

# The Monday of the inspected home on which plans are written without starting points.
AT = datetime(2019, 1, 14, 10, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def cast(cast):
    """The same people, who were here in that winter already."""
    type(cast.kai).objects.update(arrived_at=AT - 30 * DAY)
    return cast


def aim(cast, now=AT, **changed):
    values = {
        "child": cast.kai, "area": "school", "words": "I want to go on the bus on my own.",
        "starting_point": "Sam goes with him each day.", "wanted": "Three times a week alone.",
    }  # fmt: skip
    return set_aim(**values | changed, by=cast.rosa, now=now)


def told(record, by, now, **values):
    return tell(record=record, by=by, values={"on": london.local_date(now)} | values, now=now)


def test_an_aim_is_set_in_one_step_and_knows_where_it_comes_from(cast):
    paper = make("dailynote", child=cast.kai, by=cast.sam, words="He asked for it.", now=AT)
    found = aim(cast, source=paper)
    assert list(Aim.objects.of(cast.kai)) == [found] == list(Aim.objects.out_of(paper))
    assert found.happened_at == AT
    assert reading.source(found, cast.cara)["url"] == reverse(
        "go", args=["residents.dailynote", paper.pk]
    )
    assert reading.source(found, cast.omar)["url"] == ""  # another home's manager


@pytest.mark.parametrize(
    ("changed", "said"),
    [({"words": ""}, "needs an answer"), ({"area": "sport"}, "choice")],
)
def test_what_is_missing_is_said_as_the_page_says_it(cast, changed, said):
    with pytest.raises(ValidationError, match=said):
        aim(cast, **changed)


def test_a_care_worker_tells_and_does_not_set(cast):
    with pytest.raises(PermissionDenied):
        set_aim(
            child=cast.kai, area="school", words="x", starting_point="", wanted="y", by=cast.cara,
            now=AT,
        )  # fmt: skip
    record = aim(cast)
    entry = told(record, cast.cara, AT + DAY, stands=2, moved="Twice alone.", did="Waved.")
    assert (entry.get_stands_display(), entry.by) == ("Some of the way", cast.cara)
    assert [f for f in verify_records() if "aim" in str(f)] == []


def test_an_entry_says_something_about_a_day_that_has_come(cast):
    record = aim(cast)
    with pytest.raises(ValidationError, match="one thing"):
        told(record, cast.sam, AT + DAY)
    with pytest.raises(ValidationError, match="not come yet"):
        told(record, cast.sam, AT + DAY, moved="x", on=date(2019, 2, 1))


def test_what_was_told_is_never_changed(cast):
    entry = told(aim(cast), cast.sam, AT + DAY, stands=0)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE residents_aimentry SET moved = 'x'")
    assert AimEntry.objects.get() == entry


def close(record, cast, now):
    values = {"how_ended": "reached", "ended_words": "Four times a week."}
    return actions.reach(record=record, moment="closed", by=cast.sam, values=values, now=now)


def test_a_closed_aim_takes_no_more(cast):
    record = close(aim(cast), cast, AT + DAY)
    with pytest.raises(ValidationError, match="closed"):
        told(record, cast.sam, AT + 2 * DAY, moved="x")
    assert list(Aim.objects.open()) == []


FIRST, WEEK_ON = datetime(2019, 2, 11, 8, tzinfo=UTC), datetime(2019, 2, 18, 8, tzinfo=UTC)


# (what happens, starting point, when it is due, who hears of it by 18 February)
CLOCKS = [
    (lambda c, a: None, "", 28, ["key_worker", "manager"]),
    (lambda c, a: None, "Sam goes with him.", 28, ["key_worker", "manager"]),
    (lambda c, a: told(a, c.sam, AT + 20 * DAY, stands=1), "Sam goes with him.", 48, []),
    (lambda c, a: told(a, c.sam, AT + 20 * DAY, stands=1), "", 28, ["key_worker", "manager"]),
]


@pytest.mark.parametrize(("happens", "start", "days", "who"), CLOCKS)
def test_the_key_worker_hears_after_28_days_and_the_manager_a_week_later(
    cast, happens, start, days, who
):
    record = aim(cast, starting_point=start)
    happens(cast, record)
    sync(record, AT + 20 * DAY)
    row = Deadline.objects.standing().get(object_id=record.pk)
    assert london.local_date(row.due_at) == date(2019, 1, 14) + days * DAY
    tick(FIRST)
    tick(WEEK_ON)
    events = DeadlineEvent.objects.filter(deadline=row).order_by("at")
    assert [code for event in events for code in event.to] == who
    for event, at in zip(events, (FIRST, WEEK_ON), strict=False):
        assert abs(event.at - at) < timedelta(seconds=1)


def test_closed_it_is_due_no_more(cast):
    record = close(aim(cast), cast, AT + 3 * DAY)
    assert Deadline.objects.get(object_id=record.pk).state == "met"


def test_the_manager_reads_of_how_many_children_there_is_no_starting_point(cast):
    aim(cast, starting_point="")
    said = for_manager(subject=cast.elm, user=cast.rosa, now=AT + DAY)
    assert [line["words"] for line in said["lines"]] == [
        "1 of 2 children has an aim without a starting point", "1 of 2 children has no aim yet"
    ]  # fmt: skip
    aim(cast, child=cast.mia, starting_point="Never yet.")
    said = for_manager(subject=cast.elm, user=cast.rosa, now=AT + 28 * DAY)
    assert said["lines"][-1]["words"] == "Nothing written for 28 days about 1 aim"


def test_the_monthly_report_begins_with_what_was_told(cast):
    told(aim(cast), cast.sam, AT + DAY, stands=1, moved="Twice.", own_words="It was loud.")
    told(aim(cast, child=cast.mia), cast.sam, AT + DAY, moved="Never.")
    [(title, [quote])] = gather(cast.kai, date(2019, 1, 1), cast.rosa)["aims"]
    assert title == "How the aims went"
    assert "school and learning, begun: “It was loud.” (Sam, AI-" in quote.line()


def test_what_moved_stands_beside_what_we_did(cast, as_user):
    record = make("aim", child=cast.kai, by=cast.sam, words="Ride the bus.", wanted="Alone.")
    client = as_user(cast.cara)
    url = reverse("aims-step", args=[record.pk, "told"])
    day = london.local_date(record.happened_at).isoformat()
    body = {"did": "Walked to the stop.", "moved": "He got on.", "stands": "1"}
    assert client.post(url, {"on": day}).status_code == 422
    assert client.post(url, body).status_code == 302
    page = client.get(reverse("aims-detail", args=[record.pk])).content.decode()
    for words in ("Walked to the stop.", "He got on.", "Together with", "No starting point yet"):
        assert words in page
    assert "ecause" not in page
    board = client.get(reverse("aims-list", args=[cast.kai.pk])).content.decode()
    assert "Ride the bus." in board and "Begun" in board
