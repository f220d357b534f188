"""What happened lately, on a child's page: the good with the hard, newest first."""

from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.lib import london
from residents.daily.models import DailyNote

LATEST = 5


def lately(*, subject, user, now):
    rows = DailyNote.objects.visible_to(user).standing().filter(child=subject)
    notes = rows.select_related("author").order_by("-happened_at", "-id")[:LATEST]
    return {
        "title": "Lately",
        "icon": "journal-text",
        "url": reverse("daily-notes-list", args=[subject.pk]),
        "url_words": "All notes",
        "notes": [_shown(note, now) for note in notes],
    }


def _shown(note: DailyNote, now) -> dict:
    return {
        "url": reverse("daily-notes-detail", args=[note.pk]),
        "when": f"{london.short(note.happened_at, now)}, {note.author.first_name}",
        "about": "" if note.kind == DailyNote.Kind.MOMENT else note.get_kind_display(),
        "words": note.words,
        "own_words": note.own_words,
        "good": note.good,
    }


PANELS = (
    Panel(
        key="lately", place="child", order=10, template="residents/daily/lately.html",
        permission=P.DAILY_READ, context=lately,
    ),
)  # fmt: skip
