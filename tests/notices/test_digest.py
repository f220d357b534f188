"""One mail a day, for whom there is something; never a name, never a word of anybody."""

from datetime import time, timedelta

import pytest
from django.core import mail as post
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cura.core.accounts import actions as people
from cura.core.accounts.people import User
from cura.core.notices.actions import mark_read, notify
from cura.core.notices.delivering import deliver
from cura.core.notices.mail import Mail
from cura.core.notices.notice import Notice
from cura.core.notices.posting import make_digests
from cura.core.notices.tasks import mail as mail_task
from cura.core.records import registry
from tests.builders import make
from tests.notices.due import NOW, alert, deadline

MORNING = NOW.replace(day=3, hour=7, minute=30)
DAY = timedelta(days=1)
NOTE = registry.of("residents.dailynote")


@pytest.fixture
def note(cast):
    return make(NOTE, subject=cast.kai, by=cast.sam)


def tell(user, note, text="Rosa asks for more: Kai hid under the bed", **facts):
    return notify(user=user, text=text, record=note, now=NOW, **facts)


def test_at_half_past_seven_and_once(cast, note):
    tell(cast.sam, note)
    assert make_digests(MORNING - timedelta(minutes=1)) == 0
    assert make_digests(MORNING) == 1
    tell(cast.sam, note)
    assert make_digests(MORNING + timedelta(hours=9)) == 0
    assert make_digests(MORNING + DAY) == 1
    assert make_digests(MORNING + 2 * DAY) == 0  # nothing new: no mail


def test_by_the_clock_on_the_wall_in_summer_too(cast, note):
    tell(cast.sam, note)
    for hour, made in ((6, 0), (7, 1)):
        summer = MORNING.replace(month=3, day=29, hour=hour, minute=0)
        Notice.objects.update(at=summer)
        assert make_digests(summer) == 0
        assert make_digests(summer + timedelta(minutes=30)) in (made, 1 - made)
    assert Mail.objects.count() == 1
    assert Mail.objects.get().made_at == summer.replace(hour=6, minute=30)


def test_what_it_says(cast, note):
    for _ in range(3):
        tell(cast.rosa, note)
    notify(user=cast.rosa, text="Something else for Rosa", now=NOW)
    alert(deadline(note, state="overdue"), "manager", kind="overdue")
    deliver(NOW)
    make_digests(MORNING)
    mail = Mail.objects.get()
    assert mail.subject == "5 things for you"
    assert "- Elm House: overdue: daily note, due Mon 2 Mar 2026, 18:00\n" in mail.body
    assert "- Elm House: 3 × daily note, Mon 2 Mar 2026\n" in mail.body
    assert "- something else, Mon 2 Mar 2026\n" in mail.body
    assert "/inbox/" in mail.body and "/me/" in mail.body
    for name in ("Kai", "Marsh", "under the bed", "Talk with"):
        assert name not in mail.subject + mail.body


def test_what_was_read_mailed_done_or_taken_away_is_not_in_it(cast, note):
    read = tell(cast.sam, note)
    mark_read(notices=Notice.objects.filter(pk=read.pk), by=cast.sam, now=NOW)
    due = deadline(note)
    alert(due, "manager")
    done = deadline(note, slot=NOW)
    alert(done, "lead")
    deliver(NOW)
    done.state = "met"
    done.save()
    alert(due, "manager", no=2, urgent=True, kind="overdue")
    deliver(NOW)  # mailed at once
    tell(cast.cara, note)
    people.exclude(user=cast.cara, record=note, why="About her", by=cast.rosa, now=NOW)
    assert make_digests(MORNING) == 0


def test_the_urgent_ones_that_were_too_many_stand_first(cast, note):
    tell(cast.rosa, note)
    night = NOW.replace(hour=23)
    for number in range(3):
        alert(deadline(note, slot=night + number * DAY), "manager", kind="overdue", urgent=True)
    deliver(night)
    assert make_digests(night) == 0
    make_digests(MORNING)
    mail = Mail.objects.get(urgent=False)
    assert mail.body.index("overdue") < mail.body.index("daily note, Mon")
    assert mail.subject == "2 things for you"
    assert "From before, 2 things" in mail.body


def test_each_chooses_when_and_whether(cast, note, as_user):
    browser = as_user(cast.sam)
    page = {"theme": "auto", "digest_at": "18:30:00"}
    assert browser.post("/me/", page | {"mails_on": "on"}).status_code == 302
    tell(cast.sam, note)
    assert make_digests(MORNING) == 0
    assert make_digests(MORNING.replace(hour=18, minute=29)) == 0
    assert make_digests(MORNING.replace(hour=18, minute=30)) == 1
    assert browser.post("/me/", page).status_code == 302
    assert User.objects.get(pk=cast.sam.pk).mails_on is False
    tell(cast.sam, note)
    assert make_digests(MORNING.replace(day=4, hour=19)) == 0
    assert browser.post("/me/", page | {"digest_at": "03:00:00"}).status_code == 422


def test_not_in_the_night_of_the_home(cast, note):
    elm = cast.elm.settings
    elm.quiet_until = time(9)
    elm.save()
    tell(cast.sam, note)
    assert make_digests(MORNING) == 0
    assert make_digests(MORNING.replace(hour=9)) == 1


def test_after_three_days_without_a_beat_there_is_one_and_all_is_in_it(cast, note):
    for day in range(3):
        notify(user=cast.sam, text="x", record=note, now=NOW + day * DAY)
    assert make_digests(NOW + 3 * DAY) == 1
    assert Notice.objects.filter(mail=Mail.objects.get()).count() == 3
    assert make_digests(NOW + 3 * DAY) == 0


def test_the_cost_does_not_grow_with_the_notices(cast, note):
    costs = []
    for day, notices in ((0, 1), (1, 30)):
        for _ in range(notices):
            tell(cast.sam, note)
        with CaptureQueriesContext(connection) as asked:
            assert make_digests(MORNING + day * DAY) == 1
        costs.append(len(asked))
    assert costs[0] == costs[1]


def test_the_task_makes_and_sends(cast):
    """Now: whatever the hour is, nothing falls over, and what stands in the outbox is sent."""
    Mail.objects.create(
        user=cast.sam, key="k", subject="s", body="b", made_at=NOW, next_at=NOW, urgent=True
    )
    mail_task()
    assert [m.subject for m in post.outbox] == ["s"]
