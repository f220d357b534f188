"""What was written since I was last here. Each noun tells of its own; nothing is marked as read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from cura.core.accounts.home import Home
from cura.lib import london
from residents.daily.models import DailyNote
from residents.diary.models import DiaryEntry
from residents.diary.reading import of_home
from residents.handover.models import Handover
from residents.keywork.models import KeyWork
from residents.mustread.reading import not_read_by

LONGEST = timedelta(hours=72)
SOON = timedelta(days=14)
MOST = 150


@dataclass(frozen=True, kw_only=True)
class News:
    """One thing that is new. Without a child it is of the house. The lower `rank`, the earlier."""

    at: datetime
    title: str
    url: str
    kind: str
    icon: str = "journal-text"
    text: str = ""
    who: str = ""
    child_id: UUID | None = None
    rank: int = 5
    must: bool = False


Tell = Callable[[Home, object, datetime, datetime], list[News]]
TELLERS: list[Tell] = []  # the other nouns hand theirs over in `ready()`


def last_here(home: Home, user, now: datetime) -> datetime | None:
    """When she last gave or took a handover here, if that was in the last three days."""
    rows = Handover.objects.visible_to(user).standing().filter(home=home)
    hers = rows.filter(Q(taken_by=user) | Q(signed_by=user)).order_by("-happened_at")
    found = hers.values_list("happened_at", "taken_at", "taken_by_id").first()
    if found is None:
        return None
    happened, taken, taker = found
    at = taken if taker == user.pk else happened
    return at if at > now - LONGEST else None


def news(home: Home, user, start: datetime, now: datetime) -> list[News]:
    """All of it, what the next shift should know first, then in the order of time."""
    tellers = (_must_reads, _notes, _key_work, _diary, *TELLERS)
    found = [item for tell in tellers for item in tell(home, user, start, now)]
    return sorted(found, key=lambda item: (item.rank, item.at))


def _must_reads(home, user, start, now) -> list[News]:
    return [
        News(
            at=row.created_at, title=row.words, kind="To read", icon="megaphone", rank=0,
            url=reverse("must-reads-detail", args=[row.pk]), who=row.author.first_name,
            child_id=row.child_id, must=True, text=f"Read by {london.short(row.by_when, now)}",
        )
        for row in not_read_by(home, user, now)
    ]  # fmt: skip


def _notes(home, user, start, now) -> list[News]:
    rows = DailyNote.objects.visible_to(user).standing().filter(child__home=home)
    rows = rows.filter(created_at__gt=start, created_at__lte=now).exclude(author=user)
    rows = rows.select_related("author").order_by("-next_shift", "-created_at")
    return [_note(note) for note in rows[:MOST]]


def _note(note: DailyNote) -> News:
    return News(
        at=note.happened_at, title=note.words, url=reverse("daily-notes-detail", args=[note.pk]),
        kind="For the next shift" if note.next_shift else note.get_kind_display(),
        icon="flag-fill" if note.next_shift else "star-fill" if note.good else "journal-text",
        who=note.author.first_name, child_id=note.child_id, rank=1 if note.next_shift else 5,
    )  # fmt: skip


def _key_work(home, user, start, now) -> list[News]:
    """That there was key work, and about what; the words are read on its own page."""
    rows = KeyWork.objects.visible_to(user).standing().filter(child__home=home)
    rows = rows.filter(created_at__gt=start, created_at__lte=now).exclude(author=user)
    return [
        News(
            at=row.happened_at, title=f"Key work: {row.get_topic_display().lower()}", rank=4,
            url=reverse("key-work-detail", args=[row.pk]), kind=row.get_kind_display(),
            icon="chat-quote", who=row.author.first_name, child_id=row.child_id,
        )
        for row in rows.select_related("author").order_by("-created_at")[:MOST]
    ]  # fmt: skip


def _diary(home, user, start, now) -> list[News]:
    """What is new, moved or called off, of what is still to come or was to come since then."""
    rows = of_home(home, user).standing().between(start, now + SOON)
    changed = Q(created_at__gt=start) | Q(changed_at__gt=start) | Q(cancelled_at__gt=start)
    rows = rows.filter(changed).select_related("author").order_by("happened_at")
    return [_entry(entry, start, now) for entry in rows[:MOST]]


def _entry(entry: DiaryEntry, start, now) -> News:
    kind = "Changed in the diary"
    if entry.cancelled_at:
        kind = "Called off"
    elif entry.created_at > start:
        kind = "New in the diary"
    at = entry.cancelled_at or entry.changed_at or entry.created_at
    return News(
        at=at, title=f"{london.short(entry.happened_at, now)}: {entry.title}", kind=kind,
        url=reverse("diary-entries-detail", args=[entry.pk]), icon="calendar-event",
        who=entry.author.first_name, child_id=entry.child_id, rank=3,
        text=entry.cancelled_why,
    )  # fmt: skip
