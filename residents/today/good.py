"""Good things of the last days: as much room as what was hard."""

from datetime import timedelta

from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.lib import london
from residents.daily.models import DailyNote

DAYS = timedelta(days=7)
MOST = 6


def good_things(*, subject, user, now) -> dict | None:
    rows = DailyNote.objects.visible_to(user).standing().filter(child__home=subject, good=True)
    rows = rows.between(now - DAYS, now).select_related("child", "author")[:MOST]
    if not rows:
        return None
    return {
        "title": "Good things",
        "icon": "star-fill",
        "rows": [
            {
                "url": reverse("daily-notes-detail", args=[note.pk]),
                "name": note.child.name,
                "words": note.words,
                "about": f"{note.author.first_name}, {london.short(note.happened_at, now)}",
            }
            for note in rows
        ],
    }


PANELS = (
    Panel(
        key="good-things", place="house", order=50, template="residents/today/good.html",
        permission=P.DAILY_READ, context=good_things,
    ),
    Panel(
        key="good-things", place="manager", order=25, template="residents/today/good.html",
        permission=P.DAILY_READ, context=good_things,
    ),
)  # fmt: skip
