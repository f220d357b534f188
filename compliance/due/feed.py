"""What is due in somebody's own calendar: the duty's own title and the time, and no name.

The title of a deadline may name a child ("Talk with Ella about the hold"), so it stays inside; the
address of each event asks to sign in. What is done leaves the calendar by itself.
"""

from datetime import datetime, time, timedelta
from functools import partial
from hashlib import sha256

from django.conf import settings
from django.db.models import Count, F, OuterRef, Subquery, Sum
from icalendar import Event

from compliance.due.asked import keys
from compliance.due.feed_model import DueFeed
from compliance.due.lines import address
from cura.core.deadlines.deadline import Deadline
from cura.core.links import feed as feeds
from cura.lib import london

BACK, AHEAD = timedelta(days=28), timedelta(days=400)
MOST = 500
HALF_AN_HOUR = timedelta(minutes=30)

make = partial(feeds.make, DueFeed)
end = partial(feeds.end, DueFeed)


def calendar(feed: DueFeed, now: datetime) -> bytes:
    rows = Deadline.objects.visible_to(feed.user, now).open().ours().filter(rule__in=keys())
    rows = rows.filter(due_at__gte=now - BACK, due_at__lt=now + AHEAD)
    rows = rows.annotate(raised=Subquery(_raised())).order_by("due_at", "id")
    return feeds.calendar("What is due", (_event(row, now) for row in rows[:MOST]))


def _raised():
    """How often a thing was changed: within a row, and by a new row when the time at which its
    clock started was put right."""
    same = Deadline.objects.filter(rule=OuterRef("rule"), object_id=OuterRef("object_id"))
    return (
        same.order_by()
        .values("rule", "object_id")
        .annotate(raised=Sum(F("revision")) + Count("pk") - 1)
        .values("raised")
    )


def _event(row: Deadline, now: datetime) -> Event:
    event = Event()
    event.add("uid", uid(row))
    event.add("sequence", row.raised)
    event.add("dtstamp", now)
    here = london.local(row.due_at)
    if here.time() == time.max:  # a day that ends: the whole day
        event.add("dtstart", here.date())
    else:
        event.add("dtstart", row.due_at - HALF_AN_HOUR)
        event.add("dtend", row.due_at)
    event.add("summary", row.duty.title)
    event.add("url", settings.SITE_URL.rstrip("/") + address(row))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")  # nobody is busy by it
    return event


def uid(row: Deadline) -> str:
    """The same for as long as the thing is the same, whatever becomes of its time."""
    return sha256(f"{row.rule}|{row.object_id}".encode()).hexdigest()[:32] + "@due.cura"
