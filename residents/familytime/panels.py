from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.lib import london
from residents.familytime import reading

MOST = 4


def on_child(*, subject, user, now):
    """Whom she sees, and when it is next. None while nothing is agreed and nothing planned."""
    entries = reading.of_diary(subject, user, now)
    people = list(reading.agreed(subject, user)[: MOST + 1])
    if not entries and not people:
        return None
    coming = [e for e in entries if e.happened_at > now and not e.cancelled_at][:MOST]
    return {
        "title": "Family time",
        "icon": "heart",
        "url": reverse("family-time-list", args=[subject.pk]),
        "counted": reading.counted(entries, now),
        "coming": [
            {
                "url": reverse("diary-entries-detail", args=[entry.pk]),
                "title": entry.title,
                "when": london.words(entry.happened_at),
            }
            for entry in coming
        ],
    }


PANELS = (
    Panel(
        key="family-time", place="child", order=35, template="residents/familytime/panel.html",
        permission=P.CHILD_READ, context=on_child,
    ),
)  # fmt: skip
