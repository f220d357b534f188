"""Who is told of a deadline, and that each is told once."""

import logging
from datetime import timedelta

import pytest

from cura.core.accounts import actions as people
from cura.core.accounts.people import User
from cura.core.accounts.program import CURA
from cura.core.deadlines.deadline import DeadlineEvent
from cura.core.notices.delivering import deliver
from cura.core.notices.mail import Mail
from cura.core.notices.notice import Notice, unread
from cura.core.records import registry
from tests.builders import make
from tests.notices.due import NOW, alert, deadline

NOTE = registry.of("residents.dailynote")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def note(cast):
    return make(NOTE, subject=cast.kai, by=cast.sam)


@pytest.fixture
def due(note):
    return deadline(note)


def told() -> list[str]:
    return sorted(Notice.objects.values_list("user__username", flat=True))


def lines(user) -> list[str]:
    return [notice.text for notice in Notice.objects.visible_to(user, NOW)]


def test_each_person_meant_is_told_once(cast, due):
    alert(due, "manager", "lead", "manager")
    assert (deliver(NOW), deliver(NOW)) == (1, 0)
    assert told() == ["rosa", "tess"]
    notice = Notice.objects.get(user=cast.rosa)
    assert notice.text == "Talk with Kai about it: due Mon 2 Mar 2026, 18:00"
    assert notice.get_absolute_url() == f"/go/residents.dailynote/{due.object_id}/"
    assert DeadlineEvent.objects.get().delivered_at == NOW


def test_the_newest_alert_of_a_deadline_takes_the_place_of_the_older(cast, due):
    alert(due, "manager", no=1)
    deliver(NOW)
    alert(due, "manager", "lead", no=2, kind="overdue")
    deliver(NOW)
    assert unread(cast.rosa) == unread(cast.tess) == 1
    (line,) = lines(cast.rosa)
    assert "overdue since" in line
    assert Notice.objects.filter(user=cast.rosa).count() == 2  # that she was told stays


def test_an_older_alert_that_comes_later_does_not_come_back(cast, due):
    first = alert(due, "manager", "lead", no=1)
    alert(due, "manager", no=2, kind="overdue")
    DeadlineEvent.objects.filter(pk=first.pk).update(delivered_at=NOW)
    deliver(NOW)
    DeadlineEvent.objects.filter(pk=first.pk).update(delivered_at=None)
    deliver(NOW)
    assert [": overdue since" in line for line in lines(cast.rosa)] == [True]
    assert [": due Mon" in line for line in lines(cast.tess)] == [True]


@pytest.mark.parametrize("state", ["met", "late", "dropped"])
def test_what_was_done_meanwhile_is_told_to_nobody(due, state):
    due.state = state
    due.save()
    alert(due, "manager")
    assert deliver(NOW) == 1
    assert told() == []


def test_a_role_that_ended_before_the_minute_hears_nothing(cast, due):
    """And the next level does, with the gap."""
    people.end_role(membership=cast.tess.memberships.get(), by=cast.rosa, now=NOW - HOUR)
    people.give_role(user=cast.omar, role="deputy", home=cast.elm, by=CURA, now=NOW - HOUR)
    alert(due, "lead")
    deliver(NOW)
    assert lines(cast.tess) == lines(cast.rosa) == []
    assert [line[:9] for line in lines(cast.omar)] == ["Elm House", "Talk with"]


def test_a_gap_is_told_once_a_week(cast, note):
    people.end_role(membership=cast.tess.memberships.get(), by=cast.rosa, now=NOW - HOUR)
    for number in range(3):
        alert(deadline(note, slot=NOW + number * HOUR), "lead")
    deliver(NOW)
    gaps = Notice.objects.filter(key__startswith="gap")
    assert {gap.user for gap in gaps} == {cast.rosa, cast.lin}
    alert(deadline(note, slot=NOW - HOUR), "lead")
    deliver(NOW + timedelta(days=7))
    assert gaps.all().count() == 4


def test_without_anybody_above_the_nearest_below_is_told(cast, due):
    """And who gives roles hears of the gap."""
    alert(due, "ri")
    deliver(NOW)
    assert len(lines(cast.rosa)) == 2
    assert lines(cast.lin) == [
        "Elm House has no responsible individual now: what is due goes to the next level."
    ]


def test_whoever_is_kept_out_of_the_record_is_passed_over_in_silence(cast, due, note):
    people.exclude(user=cast.tess, record=note, why="It is about her", by=cast.rosa, now=NOW)
    alert(due, "lead")
    deliver(NOW)
    assert told() == ["rosa"]
    assert not Notice.objects.filter(text__contains="has no").exists()


def test_closed_accounts_are_nobody(cast, due):
    people.disable(user=cast.tess, by=cast.rosa, now=NOW)
    alert(due, "lead")
    deliver(NOW)
    assert Notice.objects.get(deadline=due).user == cast.rosa


def test_while_there_is_nobody_it_waits_and_who_gives_roles_hears_that(cast, due, caplog):
    for user in (cast.tess, cast.rosa):
        people.end_role(membership=user.memberships.get(), by=CURA, now=NOW - HOUR)
    alert(due, "lead")
    with caplog.at_level(logging.ERROR):
        assert deliver(NOW) == 0
    assert "Nobody to tell" in caplog.text
    (line,) = lines(cast.lin)
    assert "nobody there can be told" in line and "Kai" not in line
    people.give_role(user=cast.omar, role="manager", home=cast.elm, by=CURA, now=NOW)
    assert deliver(NOW) == 1
    assert any("Kai" in line for line in lines(cast.omar))


def test_one_that_cannot_be_told_keeps_no_other_waiting(due, note, caplog):
    alert(due, "manager", kind="nonsense")
    alert(deadline(note, slot=NOW), "manager")
    assert deliver(NOW) == 1
    assert "Not delivered" in caplog.text
    assert DeadlineEvent.objects.filter(delivered_at=None).count() == 1


@pytest.mark.parametrize("kind", ["reminder", "overdue", "escalation"])
def test_a_long_title_leaves_room_for_the_day(cast, note, kind):
    alert(deadline(note, title="word " * 40), "manager", kind=kind)
    deliver(NOW)
    (line,) = lines(cast.rosa)
    assert len(line) <= 200 and "due" in line and line.endswith("Mon 2 Mar 2026, 18:00")


def test_late_is_said(cast, due, as_user):
    alert(due, "manager", late=True)
    deliver(NOW)
    assert "later than meant" in as_user(cast.rosa).get("/inbox/").content.decode()


# ---- what cannot wait ----------------------------------------------------------------------


def urgent(note, number, *to, now=NOW, **facts):
    alert(deadline(note, slot=NOW + number * DAY, due=now), *to, urgent=True, **facts)


def test_an_urgent_alert_is_a_mail_at_once_without_a_name(cast, note):
    urgent(note, 1, "manager", kind="overdue")
    deliver(NOW)
    mail = Mail.objects.get()
    assert (mail.user, mail.urgent, mail.next_at) == (cast.rosa, True, NOW)
    assert mail.subject == "Urgent at Elm House: overdue: daily note"
    assert f"/go/residents.dailynote/{note.pk}/" in mail.body
    assert "Kai" not in mail.subject + mail.body
    assert Notice.objects.get().mail == mail


def test_two_urgent_mails_a_night_the_rest_waits(cast, note):
    night = NOW.replace(hour=23)
    for number in range(4):
        urgent(note, number, "manager", now=night + number * HOUR)
        deliver(night + number * HOUR)
    assert Mail.objects.count() == 2
    assert Notice.objects.filter(mail=None).count() == 2
    for number in range(4, 7):
        urgent(note, number, "manager", now=night + number * HOUR)
        deliver(night.replace(day=3, hour=8))
    assert Mail.objects.count() == 5  # by day they are not counted
    urgent(note, 9, "manager")
    deliver(night.replace(day=3))
    assert Mail.objects.count() == 6  # the next night counts anew


def test_after_an_outage_only_the_last_alert_of_a_deadline_is_mailed(due):
    for number, kind in ((1, "reminder"), (2, "overdue"), (3, "escalation")):
        alert(due, "manager", no=number, kind=kind, urgent=True, late=True)
    deliver(NOW)
    (mail,) = Mail.objects.all()
    assert "escalation" in mail.subject


@pytest.mark.parametrize("change", [{"mails_on": False}, {"email": ""}])
def test_who_wants_no_mail_has_the_inbox(cast, note, change):
    User.objects.filter(pk=cast.rosa.pk).update(**change)
    urgent(note, 1, "manager")
    deliver(NOW)
    assert not Mail.objects.exists()
    assert unread(cast.rosa) == 1
