"""What the notes themselves say of how it goes: good things, notes written late, looks not made."""

from datetime import timedelta

from django.db.models import F
from django.urls import reverse

from cura.core.accounts.home import HomeSettings
from cura.core.panels.rates import Rate
from cura.core.permissions import Permission as P
from cura.lib import london
from residents.daily.models import DailyNote
from residents.night.models import NightCheck, NightCheckPlan

WORDS = 120


def good_things(home, user):
    return _notes(home, user).filter(good=True)


def late_notes(home, user):
    """As the home's own hours say what is late (records/lateness.py)."""
    usual = HomeSettings._meta.get_field("late_hours").default
    hours = HomeSettings.objects.filter(home=home).values_list("late_hours", flat=True).first()
    latest = F("happened_at") + timedelta(hours=hours or usual)
    return _notes(home, user).filter(created_at__gt=latest)


def looks_not_made(home, user):
    """Somebody wrote that nobody looked, and it was not put right."""
    plans = NightCheckPlan.objects.visible_to(user)
    rows = NightCheck.objects.filter(home=home, plan__in=plans, put_right_by=None)
    return rows.filter(seen=NightCheck.Seen.NOBODY).select_related("child")


def _notes(home, user):
    rows = DailyNote.objects.visible_to(user).standing().filter(home=home)
    return rows.select_related("child")


def _note_says(note: DailyNote) -> str:
    words = note.words if len(note.words) <= WORDS else f"{note.words[:WORDS].rstrip()} …"
    return f"{note.child.name}: {words}"


def _note_opens(note: DailyNote) -> str:
    return reverse("daily-notes-detail", args=[note.pk])


RATES = (
    Rate(
        key="good-things", title="Good things written down", permission=P.DAILY_READ,
        events=good_things, says=_note_says, opens=_note_opens, order=10,
    ),
    Rate(
        key="late-notes", title="Daily notes written late", permission=P.DAILY_READ,
        events=late_notes, says=_note_says, opens=_note_opens, order=60,
    ),
    Rate(
        key="looks-not-made", title="Looks at night that nobody made", permission=P.PLAN_READ,
        events=looks_not_made, at="due_at", order=61,
        says=lambda check: f"{check.child.name}, due {london.words(check.due_at)}",
        opens=lambda check: reverse("night-check-plans-detail", args=[check.plan_id]),
    ),
)  # fmt: skip
