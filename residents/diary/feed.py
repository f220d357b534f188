"""The diary in somebody's own calendar: initials and times, no names, nobody's words."""

from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from django.db import transaction
from django.db.models import Q
from icalendar import Calendar, Event

from cura.core.accounts import access
from cura.core.audit import log
from cura.core.permissions import Permission as P
from residents.diary.feed_model import DiaryFeed
from residents.diary.models import DiaryEntry

BACK, AHEAD = timedelta(days=14), timedelta(days=120)
MOST = 1000
EVERY = timedelta(hours=1)
# Words that name no person. What was typed may hold any name, so it never leaves the house.
PLAIN = (
    "dentist", "optician", "doctor", "GP", "nurse", "hospital", "clinic", "CAMHS", "therapy",
    "haircut", "barber", "swimming", "pool", "football", "cinema", "shopping", "college", "school",
    "PEP", "parents' evening", "review", "court", "church", "Mass", "mosque", "temple", "holiday",
)  # fmt: skip


def hashed(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


@transaction.atomic
def make(*, by, now: datetime) -> str:
    """A new address for her; the one before ends. Returns the secret, shown once."""
    end(by=by, now=now)
    secret = token_urlsafe(32)
    feed = DiaryFeed.objects.create(user=by, secret_hash=hashed(secret), made_at=now)
    log.wrote(feed, "diaryfeed.made", by=by, now=now)
    return secret


@transaction.atomic
def end(*, by, now: datetime) -> None:
    for feed in DiaryFeed.objects.select_for_update().filter(user=by, ended_at=None):
        feed.ended_at = now
        feed.save()
        log.wrote(feed, "diaryfeed.ended", by=by, now=now)


def find(secret: str, now: datetime) -> DiaryFeed | None:
    """The feed of this secret, while she may still see a diary. Right and secret end together."""
    feed = DiaryFeed.objects.select_related("user").filter(secret_hash=hashed(secret)).first()
    if feed is None or feed.ended_at or not feed.user.is_active:
        return None
    return feed if access.scope(feed.user, P.DIARY_READ, now) else None


def calendar(feed: DiaryFeed, now: datetime) -> bytes:
    found = Calendar()
    found.add("prodid", "-//Cura//Diary//EN")
    found.add("version", "2.0")
    found.add("x-wr-calname", "House diary")
    found.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    found.add("x-published-ttl", EVERY)
    scope = access.scope(feed.user, P.DIARY_READ, now)
    rows = DiaryEntry.objects.visible_to(feed.user, now=now).filter(void_at=None)
    rows = rows.without_moved(scope.homes, scope.children)
    rows = rows.filter(Q(happened_at__gte=now - BACK, happened_at__lt=now + AHEAD))
    for entry in rows.select_related("child").order_by("happened_at", "id")[:MOST]:
        found.add_component(_event(entry))
    return found.to_ical()


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
