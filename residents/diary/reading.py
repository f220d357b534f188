"""What the diary holds for some days, said in words that templates only print."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db.models import Q
from django.urls import reverse

from cura.core.accounts.home import Home
from cura.core.records import present
from cura.core.records.lateness import Lateness
from cura.lib import london
from cura.lib.words import listed
from residents.child.models import Child
from residents.diary.lines import Line
from residents.diary.models import DiaryEntry

MOST = 400
AROUND = timedelta(hours=2)
Kind = DiaryEntry.Kind
ICONS = {
    Kind.APPOINTMENT: "calendar-check",
    Kind.FAMILY: "heart",
    Kind.VISIT: "person-walking",
    Kind.SCHOOL: "backpack",
    Kind.ACTIVITY: "star",
    Kind.BIRTHDAY: "gift",
    Kind.FESTIVAL: "balloon-heart",
    Kind.REVIEW: "people",
    Kind.OTHER: "calendar-event",
}

# What a title such as "Beth" or "Barber" leaves open; a birthday or "something else" says enough.
SAID = (Kind.APPOINTMENT, Kind.FAMILY, Kind.VISIT, Kind.REVIEW)


def between(rows, start: datetime, end: datetime) -> list[DiaryEntry]:
    """Entries of a span, called off ones too, in order; bounded."""
    found = rows.standing().between(start, end).select_related("child", "driver", "home")
    return list(found.order_by("happened_at", "id")[:MOST])


def of_home(home: Home, user):
    """What the home wrote, and what is planned for those who live here now. Ids, no join. What it
    had planned for a child who has moved is in the diary of her new home."""
    living = list(Child.objects.living_in(home).values_list("pk", flat=True))
    rows = DiaryEntry.objects.visible_to(user)
    return rows.filter(Q(home=home) | Q(child_id__in=living)).without_moved([home.pk])


def taking_out(child: Child, user, now: datetime) -> list[DiaryEntry]:
    """What takes her out of the house about now: the first buttons of the page "Out"."""
    rows = DiaryEntry.objects.visible_to(user).filter(child=child, takes_out=True)
    return [e for e in between(rows, now - AROUND, now + AROUND) if not e.cancelled_at][:3]


def times(entry: DiaryEntry) -> str:
    if not entry.ends:
        return london.clock(entry.happened_at)
    return f"{london.clock(entry.happened_at)}–{london.clock(entry.ends)}"


def going(entry: DiaryEntry) -> str:
    """Who takes whom, and how."""
    who = [entry.driver.first_name if entry.driver else "", entry.going_with]
    with_whom = listed(w for w in who if w)
    return " · ".join(w for w in (f"with {with_whom}" if with_whom else "", entry.car) if w)


def shown(entry: DiaryEntry, *, with_child: bool = True) -> dict:
    """One entry as a card of a day."""
    about = [entry.get_kind_display() if entry.kind in SAID else "", entry.place, going(entry)]
    if entry.takes_out and not entry.driver and not entry.going_with:
        about.append("nobody named to go along")
    return {
        "url": reverse("diary-entries-detail", args=[entry.pk]),
        "time": times(entry),
        "title": entry.title,
        "name": entry.child.name if entry.child and with_child else "",
        "icon": ICONS[entry.kind],
        "kind": "" if entry.kind in SAID else entry.get_kind_display(),
        "about": " · ".join(w for w in about if w),
        "off": "Called off" if entry.cancelled_at else "",
        "told": "not told yet" if entry.told == DiaryEntry.Told.NOT_YET else "",
        "went": bool(entry.outcome_at),
    }


def cards(entries, lines: Iterable[Line] = (), *, with_child: bool = True) -> list[dict]:
    """Entries, and what stands here without being typed, in order; each with its moment `at`."""
    found = [shown(e, with_child=with_child) | {"at": e.happened_at} for e in entries]
    found += [line.shown(with_child=with_child) | {"at": line.at} for line in lines]
    return sorted(found, key=lambda card: card["at"])


def days(cards: Iterable[dict], first: date, count: int, today: date, birthdays=None) -> list[dict]:
    """A list of days with their cards, empty days too."""
    by_day = defaultdict(list)
    for card in cards:
        by_day[london.local_date(card["at"])].append(card)
    return [
        {
            "day": day,
            "title": _day_title(day, today),
            "short": f"{london.DAYS[day.weekday()]} {day.day}",
            "today": day == today,
            "birthdays": (birthdays or {}).get(day, []),
            "entries": by_day[day],
        }
        for day in (first + timedelta(days=n) for n in range(count))
    ]


def _day_title(day: date, today: date) -> str:
    near = {0: "Today, ", 1: "Tomorrow, ", -1: "Yesterday, "}.get((day - today).days, "")
    return f"{near}{london.day_words(day)}"


def birthdays(home: Home, user, first: date, count: int) -> dict[date, list[str]]:
    """Who of those living here has a birthday on which of these days, and how old she is then."""
    span = [first + timedelta(days=n) for n in range(count)]
    found = defaultdict(list)
    for child in Child.objects.visible_to(user).living_in(home)[:60]:
        for day in span:
            if (child.born.month, child.born.day) == (day.month, day.day):
                found[day].append(f"{child.name} is {london.age(child.born, day)}")
    return found


def coming_lines(entries, now: datetime) -> list[str]:
    """Each as one line of plain text: for the handover."""
    return [_line(entry, now) for entry in entries]


def _line(entry: DiaryEntry, now: datetime) -> str:
    about = ", ".join(w for w in (entry.place, going(entry)) if w)
    when = london.short(entry.happened_at, now)
    return f"{when} {entry.title}" + (f" ({about})" if about else "")


def cells(type, entry: DiaryEntry, lateness: Lateness) -> dict:
    """A row of the list of all entries, with how each stands."""
    return present.cells(type, entry, lateness) | {"void": bool(entry.cancelled_at)}
