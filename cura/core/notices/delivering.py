"""Tell people of deadlines: each alert that the tick wrote becomes a notice for each person meant.

The event is the truth and is claimed by a conditional UPDATE in the transaction that writes the
notices and the mails of it. So a worker killed anywhere, a second worker, a broker that lost its
messages: all only delay it, and nobody is told twice.
"""

import logging
from datetime import datetime

from django.db import InterfaceError, OperationalError, transaction
from django.utils.text import Truncator

from cura.core.accounts.home import Home
from cura.core.accounts.people import User
from cura.core.deadlines.deadline import Deadline, DeadlineEvent
from cura.core.notices import posting
from cura.core.notices.actions import notify
from cura.core.notices.notice import TEXT_LENGTH, UNSETTLED, Notice
from cura.core.notices.recipients import Recipients, recipients
from cura.lib import london

BATCH = 200
TITLE_LENGTH = TEXT_LENGTH - 75  # room for what is said of it
SAID = {
    "reminder": "{title}: due {due}",
    "overdue": "{title}: overdue since {due}",
    "escalation": "{title}: still not done, was due {due}",
}
# What others owe is never said as the home's own lateness.
OWED = {
    "reminder": "{title}: due to us {due}",
    "overdue": "{title}: owed to us since {due}",
    "escalation": "{title}: still owed to us, since {due}",
}
logger = logging.getLogger(__name__)


def deliver(now: datetime) -> int:
    """Everything that waits, oldest first. Returns how many alerts were delivered.

    One that cannot be told must not keep all others waiting: the log names it, and it comes again
    next time. A database that does not answer is another matter.
    """
    told = last = 0
    waiting = DeadlineEvent.objects.filter(delivered_at=None).order_by("pk")
    while batch := list(waiting.filter(pk__gt=last).values_list("pk", "deadline")[:BATCH]):
        for last, deadline in batch:
            try:
                told += _deliver(last, deadline, now)
            except (OperationalError, InterfaceError):
                raise
            except Exception:
                logger.exception("Not delivered: event %s", last)
    return told


@transaction.atomic
def _deliver(pk: int, deadline_id, now: datetime) -> bool:
    """1 hold the deadline: two alerts of it come one after the other; 2 ask who is meant now;
    3 claim the event; 4 write the notices, which replace older ones; 5 mail what cannot wait.

    Of what was done meanwhile nobody is told. While there is nobody at all to tell, it waits.
    """
    deadline = Deadline.objects.select_for_update(no_key=True).get(pk=deadline_id)
    event = DeadlineEvent.objects.get(pk=pk)
    home = Home.objects.filter(pk=deadline.home_id).first()
    meant = Recipients()
    if deadline.state in UNSETTLED:
        meant = recipients(event.to, deadline, home, now)
        if not meant.people:
            _tell_of_gaps(meant, home, now)
            logger.error("Nobody to tell of deadline %s (%s)", deadline.pk, deadline.rule)
            return False
    if not DeadlineEvent.objects.filter(pk=pk, delivered_at=None).update(delivered_at=now):
        return False
    event.deadline = deadline
    notices = [_notice(event, person, now) for person in meant.people]
    fresh = [notice for notice in notices if _replaces_older(notice, now)]
    if event.urgent and fresh and not _overtaken(event):
        posting.push(fresh, home, now)
    _tell_of_gaps(meant, home, now)
    return True


def _notice(event: DeadlineEvent, person: User, now: datetime) -> Notice:
    """Not by `notify`: that she may see the record was asked a moment ago."""
    deadline = event.deadline
    title = Truncator(deadline.title).chars(TITLE_LENGTH)
    said = OWED if deadline.owner == "theirs" else SAID
    text = said[event.kind].format(due=london.limit(deadline.due_at), title=title)
    where = ("label", "object_id", "home_id", "child_id", "permission")
    notice = {name: getattr(deadline, name) for name in where} | {
        "text": text, "at": now, "kind": event.kind, "urgent": event.urgent, "late": event.late,
        "deadline": deadline, "alert_no": event.alert_no,
    }  # fmt: skip
    key = f"deadline {deadline.pk} {event.alert_no}"
    return Notice.objects.get_or_create(user=person, key=key, defaults=notice)[0]


def _replaces_older(notice: Notice, now: datetime) -> bool:
    """One deadline is one line: the newest. False when a newer one has come already."""
    same = Notice.objects.standing().filter(user=notice.user_id, deadline=notice.deadline_id)
    if same.filter(alert_no__gt=notice.alert_no).exists():
        same.filter(pk=notice.pk).update(replaced_at=now)
        return False
    same.filter(alert_no__lt=notice.alert_no).update(replaced_at=now)
    return True


def _overtaken(event: DeadlineEvent) -> bool:
    """After an outage the next alert of the same deadline may wait already: that one is mailed."""
    return event.deadline.events.filter(alert_no__gt=event.alert_no).exists()


def _tell_of_gaps(meant: Recipients, home: Home, now: datetime) -> None:
    """That nobody holds a role is told to those who get its alerts instead, once a week."""
    year, week, _ = london.local_date(now).isocalendar()
    for gap in meant.gaps:
        for person in gap.told:
            notify(
                user=person, record=home, text=gap.words, now=now,
                key=f"gap {home.pk} {gap.code} {year}-{week}",
            )  # fmt: skip
