"""What is next: in the house the coming twelve hours, for one child the coming seven days."""

from datetime import timedelta

from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.lib import london
from residents.diary import lines
from residents.diary.models import DiaryEntry
from residents.diary.reading import cards, of_home

AHEAD = timedelta(hours=12)
BEHIND = timedelta(minutes=45)
DAYS = 7
MOST = 8


def next_hours(*, subject, user, now) -> dict:
    start, end = now - BEHIND, now + AHEAD
    entries = of_home(subject, user).coming(start, end).select_related("child", "driver")
    found = cards(entries[: MOST + 1], lines.coming(subject, start, end, user))
    today = london.local_date(now)
    for item in found:
        if london.local_date(item["at"]) != today:
            item["time"] = f"tomorrow {item['time']}"
    return {
        "title": "What is next",
        "icon": "calendar-event",
        "url": reverse("diary-week", args=[subject.slug]),
        "url_words": "The diary",
        "entries": found[:MOST],
        "more": len(found) > MOST,
        "empty": "Nothing in the diary for the next twelve hours.",
    }


def next_days(*, subject, user, now) -> dict | None:
    """Seven days of one child. Nothing once she has left."""
    if subject.left_at:
        return None
    today = london.local_date(now)
    _, end = london.day_bounds(today + timedelta(days=DAYS))
    start = now - BEHIND
    rows = DiaryEntry.objects.visible_to(user).filter(child=subject).coming(start, end)
    entries = rows.select_related("child", "driver")[: MOST + 1]
    found = cards(entries, lines.coming(subject, start, end, user), with_child=False)
    for item in found:
        if london.local_date(item["at"]) != today:
            item["time"] = london.short(item["at"], now)
    return {
        "title": "Next in the diary",
        "icon": "calendar-event",
        "url": reverse("diary-list", args=[subject.pk]),
        "url_words": "The diary",
        "entries": found[:MOST],
        "more": len(found) > MOST,
        "empty": "Nothing in the diary for the next seven days.",
    }


PANELS = (
    Panel(
        key="what-is-next", place="house", order=20, template="residents/diary/next.html",
        permission=P.DIARY_READ, context=next_hours,
    ),
    Panel(
        key="next-in-the-diary", place="child", order=15, template="residents/diary/next.html",
        permission=P.DIARY_READ, context=next_days,
    ),
)  # fmt: skip
