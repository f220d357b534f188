"""What is next: the coming twelve hours, with who drives whom."""

from datetime import timedelta

from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.lib import london
from residents.diary.reading import of_home, shown

AHEAD = timedelta(hours=12)
BEHIND = timedelta(minutes=45)
MOST = 8


def next_hours(*, subject, user, now) -> dict:
    rows = of_home(subject, user).coming(now - BEHIND, now + AHEAD)
    entries = rows.select_related("child", "driver")[: MOST + 1]
    found = [shown(entry) for entry in entries]
    today = london.local_date(now)
    for item, entry in zip(found, entries, strict=True):
        if london.local_date(entry.happened_at) != today:
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


PANELS = (
    Panel(
        key="what-is-next", place="house", order=20, template="residents/diary/next.html",
        permission=P.DIARY_READ, context=next_hours,
    ),
)  # fmt: skip
