"""No more lines than one can take in, the most urgent first, one thing once."""

from datetime import timedelta

import pytest

from cura.core.accounts import access
from cura.core.accounts import actions as people
from cura.core.accounts.program import CURA
from cura.core.notices.actions import mark_read, notify
from cura.core.notices.budget import needs
from cura.core.notices.delivering import deliver
from cura.core.notices.notice import Notice, unread
from cura.core.records import registry
from tests.builders import make
from tests.notices.due import NOW, alert, deadline

HOUR = timedelta(hours=1)


@pytest.fixture
def note(cast):
    return make(registry.of("residents.dailynote"), subject=cast.kai, by=cast.sam)


def due(note, number, *, kind="reminder", alerts=1, **facts):
    made = deadline(note, title=f"thing-{number}-", slot=NOW + number * HOUR, **facts)
    for no in range(alerts):
        alert(made, "manager", "lead", no=no, kind=kind)


@pytest.mark.parametrize("who,most", [("tess", 5), ("rosa", 15)])
def test_five_for_a_shift_lead_fifteen_for_the_manager(cast, note, as_user, who, most):
    for number in range(17):
        due(note, number, due=NOW + number * HOUR, alerts=3)
    deliver(NOW)
    page = as_user(getattr(cast, who)).get("/today/").content.decode()
    assert [f"thing-{n}-" in page for n in range(17)] == [n < most for n in range(17)]
    assert f"and {17 - most} more" in page


def test_nothing_is_no_card(cast, as_user):
    assert "What needs you" not in as_user(cast.tess).get("/today/").content.decode()


def test_urgent_then_overdue_then_due_then_told(cast, note):
    notify(user=cast.rosa, text="told", record=note, now=NOW)
    due(note, 1, due=NOW + HOUR)
    due(note, 2, due=NOW - HOUR, state="overdue")
    due(note, 3, due=NOW - 2 * HOUR, state="overdue")
    urgent = deadline(note, title="thing-4-", slot=NOW - HOUR)
    alert(urgent, "manager", urgent=True)
    deliver(NOW)
    found = [notice.text.partition(":")[0] for notice in needs(cast.rosa, cast.elm, NOW)]
    assert found == ["thing-4-", "thing-3-", "thing-2-", "thing-1-", "told"]


def test_a_deadline_needs_her_until_it_is_met_all_else_until_it_is_read(cast, note):
    notify(user=cast.rosa, text="told", record=note, now=NOW)
    due(note, 1)
    deliver(NOW)
    mark_read(notices=Notice.objects.all(), by=cast.rosa, now=NOW)
    (left,) = needs(cast.rosa, cast.elm, NOW)
    left.deadline.state = "met"
    left.deadline.save()
    assert needs(cast.rosa, cast.elm, NOW) == []


def test_what_is_done_is_no_figure_at_the_bell_and_the_inbox_says_so(cast, note, as_user):
    due(note, 1)
    deliver(NOW)
    assert unread(cast.rosa) == 1
    row = Notice.objects.get(user=cast.rosa).deadline
    row.state, row.done_at = "met", NOW
    row.save()
    assert unread(cast.rosa) == 0
    (line,) = as_user(cast.rosa).get("/inbox/").context["lines"]
    assert not line["new"] and line["when"].endswith(", done since")


def test_only_of_this_home_and_what_she_may_see(cast, note):
    people.give_role(user=cast.rosa, role="manager", home=cast.oak, by=CURA, now=NOW)
    notify(user=cast.rosa, text="the boiler", record=cast.oak, now=NOW)
    notify(user=cast.rosa, text="of no home", now=NOW)
    due(note, 1)
    deliver(NOW)
    people.give_role(user=cast.lin, role="ri", home=cast.elm, by=CURA, now=NOW)
    people.exclude(user=cast.rosa, record=note, why="About her", by=cast.lin, now=NOW)
    assert [notice.text for notice in needs(cast.rosa, cast.elm, NOW)] == ["of no home"]


def test_the_card_asks_one_question_however_much_there_is(cast, note, django_assert_num_queries):
    for number in range(12):
        due(note, number)
    deliver(NOW)
    with access.remembering():
        access.rights(cast.rosa)
        with django_assert_num_queries(1):
            assert len(needs(cast.rosa, cast.elm, NOW)) == 12
