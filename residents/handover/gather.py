"""What the system knows for a handover: beside the form and in its first lines, never made up."""

from collections import defaultdict
from datetime import datetime, timedelta

from django.urls import reverse

from cura.core.accounts.duty import on_shift
from cura.core.accounts.home import Home
from cura.lib import london
from cura.lib.words import first_names
from residents.child.models import Child
from residents.daily.models import DailyNote
from residents.diary import lines
from residents.diary.models import DiaryEntry
from residents.diary.reading import coming_lines, going, of_home
from residents.handover.models import Handover, HandoverCount

AHEAD = timedelta(hours=24)
LONGEST = timedelta(hours=72)
MOST_NOTES = 120
MOST_ENTRIES = 60
COUNTED = tuple(what.value for what in HandoverCount.What)


def since(home: Home, user, now: datetime) -> datetime:
    """When this home last handed over; three days ago at the earliest."""
    last = Handover.objects.visible_to(user).standing().filter(home=home, happened_at__lt=now)
    at = last.order_by("-happened_at").values_list("happened_at", flat=True).first()
    return max(at or now - LONGEST, now - LONGEST)


def living(home: Home) -> list[Child]:
    return list(Child.objects.living_in(home))


def coming(home: Home, user, now: datetime) -> list[DiaryEntry]:
    """The diary of the next 24 hours, as far as she may see it."""
    rows = of_home(home, user).coming(now, now + AHEAD).select_related("child", "driver")
    return list(rows[:MOST_ENTRIES])


def by_child(entries) -> dict:
    found = defaultdict(list)
    for entry in entries:
        if entry.child_id:
            found[entry.child_id].append(entry)
    return found


def driving(entries, now: datetime) -> str:
    """One line for each journey of the day."""
    return "\n".join(_journey(entry, now) for entry in entries if entry.takes_out)


def _journey(entry: DiaryEntry, now: datetime) -> str:
    who = going(entry) or "nobody named yet"
    name = entry.child.name if entry.child else "the house"
    return f"{london.short(entry.happened_at, now)} {name}: {entry.title}, {who}"


def on(home: Home, now: datetime) -> str:
    return first_names([person.name for person in on_shift(home, now)])


def starting_lines(home: Home, user, now: datetime) -> list[dict]:
    return [{"child": child.pk} for child in living(home)]


def starting_counts(home: Home, user, now: datetime) -> list[dict]:
    return [{"what": what} for what in COUNTED]


def beside(home: Home, user, now: datetime) -> dict:
    """By child: notes for the next shift, the night, what is in the diary; all with their links."""
    start = since(home, user, now)
    notes = DailyNote.objects.visible_to(user).standing().between(start, now + LONGEST)
    notes = notes.filter(child__home=home).select_related("author")
    said = defaultdict(list)
    for note in notes.order_by("-next_shift", "happened_at")[:MOST_NOTES]:
        if note.next_shift or note.kind == DailyNote.Kind.NIGHT:
            said[note.child_id].append(_note(note, now))
    return {"since": f"Since {london.short(start, now)}", "notes": said}


def _note(note: DailyNote, now: datetime) -> dict:
    sleep = note.get_sleep_display()
    return {
        "url": reverse("daily-notes-detail", args=[note.pk]),
        "when": london.short(note.happened_at, now),
        "who": note.author.first_name,
        "words": f"{sleep}. {note.words}" if sleep else note.words,
        "next_shift": note.next_shift,
        "night": note.kind == DailyNote.Kind.NIGHT,
    }


def others(home: Home, user, now: datetime) -> dict:
    """By child: what stands in the diary without being typed there, reviews and visits."""
    found = defaultdict(list)
    for line in lines.coming(home, now, now + AHEAD, user):
        found[line.child.pk].append(line)
    return found


def appointments(entries, others, now: datetime) -> str:
    """The diary of one child in plain text."""
    return "\n".join([*coming_lines(entries, now), *(line.text(now) for line in others)])
