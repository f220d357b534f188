"""The diary in somebody's own calendar: initials and times, no names, nobody's words."""

from datetime import datetime, timedelta
from functools import partial

from django.db.models import Q
from icalendar import Event

from cura.core.accounts import access
from cura.core.links import feed as feeds
from cura.core.permissions import Permission as P
from residents.diary.feed_model import DiaryFeed
from residents.diary.models import DiaryEntry

BACK, AHEAD = timedelta(days=14), timedelta(days=120)
MOST = 1000
# Words that name no person. What was typed may hold any name, so it never leaves the house.
PLAIN = (
    "dentist", "optician", "doctor", "GP", "nurse", "hospital", "clinic", "CAMHS", "therapy",
    "haircut", "barber", "swimming", "pool", "football", "cinema", "shopping", "college", "school",
    "PEP", "parents' evening", "review", "court", "church", "Mass", "mosque", "temple", "holiday",
)  # fmt: skip
make = partial(feeds.make, DiaryFeed)
end = partial(feeds.end, DiaryFeed)


def calendar(feed: DiaryFeed, now: datetime) -> bytes:
    scope = access.scope(feed.user, P.DIARY_READ, now)
    rows = DiaryEntry.objects.visible_to(feed.user, now=now).filter(void_at=None)
    rows = rows.without_moved(scope.homes, scope.children)
    rows = rows.filter(Q(happened_at__gte=now - BACK, happened_at__lt=now + AHEAD))
    rows = rows.select_related("child").order_by("happened_at", "id")[:MOST]
    return feeds.calendar("House diary", map(_event, rows))


def _event(entry: DiaryEntry) -> Event:
    event = Event()
    event.add("uid", f"{entry.pk}@diary.cura")
    event.add("sequence", entry.version - 1 + bool(entry.cancelled_at))
    event.add("dtstamp", entry.cancelled_at or entry.changed_at or entry.created_at)
    event.add("dtstart", entry.happened_at)
    event.add("dtend", entry.ends or entry.happened_at + timedelta(minutes=30))
    event.add("summary", title(entry))
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if entry.cancelled_at else "CONFIRMED")
    return event


def title(entry: DiaryEntry) -> str:
    """ "Dentist, E.R.": a word from our own short list, else the kind; initials with dots."""
    typed = f" {entry.title.lower()} "
    plain = next((w for w in PLAIN if f" {w.lower()}" in typed), "")
    what = plain[:1].upper() + plain[1:] if plain else entry.get_kind_display()
    who = ".".join(entry.child.initials) + "." if entry.child else ""
    return f"{what}, {who}" if who else what
