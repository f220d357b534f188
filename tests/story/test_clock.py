"""Between two entries of a story everything that is due comes at its own moment, told for real."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cura.core.deadlines.deadline import Deadline, DeadlineEvent
from cura.core.deadlines.offsets import Hours
from cura.core.deadlines.rules import Alert, DeadlineRule, Late
from cura.core.notices.mail import Mail
from cura.core.notices.notice import Notice
from cura.story.clock import NOT_SENT, Clock
from cura.story.models import StoryRun
from cura.story.telling import play
from tests.deadlines.conftest import declared
from tests.story.small import HOUSE, write

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
MEND = DeadlineRule(
    duty="LADO",
    model="compliance.defect",
    done="mended_at",
    due=Hours(8),
    title="Mend {what}",
    remind=(Alert(Hours(4), to=("author",)),),
    escalate=(Late(Hours(0), to=("manager",), urgent=True),),
)
BROKEN = """
[[entry]]
as = "pane"
at = "D-1 10:00"
who = "bo"
record = "defects"
data = { what = "Pane", where = "Hall", whose = "home" }
"""
MENDED = """
[[entry]]
at = "{at}"
who = "bo"
step = "mended"
on = "pane"
data = {{ mended_how = "New glass." }}
"""

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(tmp_path):
    """Play the small story with more entries up to a moment."""

    def do(more="", now=NOW, until=""):
        house = HOUSE.replace('name = "Ada Lark"', 'name = "Ada Lark"\nemail = "ada@example.org"')
        folder = write(tmp_path / "small", house + more)
        return play(folder, now=now, say=lambda line: None, until=until)

    with declared(MEND):
        yield do


def alerts():
    events = DeadlineEvent.objects.filter(deadline__rule="LADO").order_by("at")
    return [(f"{e.at:%d %H:%M}", e.kind, e.at == e.written_at == e.delivered_at) for e in events]


def test_alerts_come_at_their_own_moment_and_are_told(told):
    told(BROKEN)
    assert alerts() == [("21 14:00", "reminder", True), ("21 18:00", "overdue", True)]
    notices = Notice.objects.exclude(deadline=None).order_by("at")
    assert [(n.user.username, f"{n.at:%H:%M}", n.late) for n in notices] == [
        ("bo", "14:00", False), ("ada", "18:00", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("at", "came"), [("D-1 13:59", []), ("D-1 14:00", []), ("D-1 14:01", ["reminder"])]
)
def test_what_is_done_in_the_same_minute_is_in_time(told, at, came):
    told(BROKEN + MENDED.format(at=at))
    assert [kind for _, kind, _ in alerts()] == came
    assert Deadline.objects.get(rule="LADO").state == "met"


def test_nobody_is_rung_up_by_a_story(told):
    told(BROKEN)
    mail = Mail.objects.get(user__username="ada")
    assert mail.urgent
    assert (mail.sent_at, mail.trouble) == (None, NOT_SENT)
    assert not Mail.objects.waiting().exists()


def test_it_goes_on_from_where_it_stopped(told):
    told(BROKEN, until="D-1 14:00")
    assert [kind for _, kind, _ in alerts()] == ["reminder"]
    assert StoryRun.objects.get().until == datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
    told(BROKEN, until="D-1 17:59")
    assert [kind for _, kind, _ in alerts()] == ["reminder"]
    told(BROKEN)
    assert [kind for _, kind, _ in alerts()] == ["reminder", "overdue"]
    told(BROKEN)
    assert len(alerts()) == 2


def test_an_entry_that_is_added_later_is_told_of_now_and_marked(told):
    """The clock does not go back: what an old entry brings about is late, and says so."""
    told()
    told(BROKEN)
    events = DeadlineEvent.objects.filter(deadline__rule="LADO")
    assert {(e.written_at, e.late) for e in events} == {(NOW, True)}


def test_a_story_is_not_played_beyond_its_end(told, tmp_path):
    end = HOUSE.replace('title = "Small"', 'title = "Small"\nend = "D-1 14:30"')
    play(write(tmp_path / "ends", end + BROKEN), now=NOW, say=lambda line: None)
    assert [kind for _, kind, _ in alerts()] == ["reminder"]
    assert StoryRun.objects.get().until == datetime(2026, 11, 21, 14, 30, tzinfo=UTC)


def test_when_nothing_is_due_it_costs_one_query(told):
    told(BROKEN)
    with CaptureQueriesContext(connection) as asked:
        Clock(NOW).before(NOW + timedelta(minutes=5))
    assert len(asked) == 1
