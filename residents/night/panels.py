"""What happened in the night, by child: the night notes, and the looks that a plan asked for."""

from collections import defaultdict
from datetime import timedelta

from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.lib import london
from cura.lib.words import plural
from residents.child.models import Child
from residents.daily.models import DailyNote
from residents.hours import on_day
from residents.night.models import NightCheck, NightCheckPlan
from residents.night.times import NOON, night_of

MOST = 60


def last_night(now) -> tuple:
    """The night that is, or was last: from 20:00 until noon."""
    evening = night_of(now - timedelta(hours=8))  # until eight in the evening, it is last night
    begin = on_day(evening, NOON.replace(hour=20))
    return begin, on_day(evening + london.DAY, NOON)


def in_the_night(*, subject, user, now) -> dict:
    start, end = last_night(now)
    notes = _notes(subject, user, start, end)
    awake = _awake(subject, user, start, end)
    people = []
    for child in Child.objects.visible_to(user).living_in(subject)[:24]:
        said, woke = notes.get(child.pk, []), awake.get(child.pk, [])
        people.append(
            {
                "name": child.name,
                "sleep": said[0].get_sleep_display() if said else "",
                "notes": [
                    {"words": n.words, "url": _url(n), "who": n.author.first_name} for n in said
                ],
                "woke": f"Awake at {', '.join(woke)}" if woke else "",
            }
        )
    return {
        "title": "In the night",
        "icon": "moon-stars",
        "url": reverse("night", args=[subject.slug]),
        "url_words": "Checks",
        "people": people,
        "summary": plural(sum(bool(p["notes"]) for p in people), "child", "children")
        + " written about",
    }


def _url(note) -> str:
    return reverse("daily-notes-detail", args=[note.pk])


def _notes(home, user, start, end) -> dict:
    """Notes about the night: begun in it, of the kind "the night" or with how she slept."""
    rows = DailyNote.objects.visible_to(user).standing().between(start, end)
    rows = rows.filter(child__home=home, kind=DailyNote.Kind.NIGHT).select_related("author")
    found = defaultdict(list)
    for note in rows.order_by("-sleep", "happened_at")[:MOST]:
        found[note.child_id].append(note)
    return found


def _awake(home, user, start, end) -> dict:
    plans = NightCheckPlan.objects.visible_to(user, P.DAILY_READ)
    rows = NightCheck.objects.filter(plan__in=plans, child__home=home, seen=NightCheck.Seen.AWAKE)
    rows = rows.filter(due_at__gte=start, due_at__lt=end, put_right_by=None)
    found = defaultdict(list)
    for check in rows.order_by("at")[:MOST]:
        found[check.child_id].append(london.clock(check.at))
    return found


PANELS = (
    Panel(
        key="in-the-night", place="house", order=18, template="residents/night/panel.html",
        permission=P.DAILY_READ, context=in_the_night,
    ),
)  # fmt: skip
