"""How aims stand, in words: of one child, and of the children of a home."""

from datetime import date, timedelta

from django.db.models import F, Q
from django.db.models.functions import Coalesce, TruncDate
from django.urls import reverse

from cura.core.records import present, registry
from cura.lib import london
from cura.lib.words import plural
from residents.aims.models import Aim, AimEntry
from residents.child.models import Child

QUIET = timedelta(days=28)
Stands = AimEntry.Stands
MOST = 120  # days on one page
NO_START = "No starting point yet"


def since_written(aim: Aim, today: date) -> tuple[str, str]:
    """(words, tone): when somebody last wrote about it. `aim` comes from `with_last`."""
    last = aim.last_on or london.local_date(aim.happened_at)
    if today - last >= QUIET:
        return f"nothing written for {plural((today - last).days, 'day')}", "late"
    if aim.last_on is None:
        return "not written about yet", "quiet"
    return f"last written {london.day_words(aim.last_on)}", "quiet"


def how_far(stands: int | None) -> dict:
    """Said in words, and as so many of four boxes."""
    step = Stands.NOT_BEGUN if stands is None else Stands(stands)
    return {"words": step.label, "reached": int(step), "boxes": [n <= step for n in range(1, 5)]}


def line(aim: Aim, today: date) -> dict:
    """One aim on a panel."""
    words, tone = since_written(aim, today)
    return {
        "url": reverse("aims-detail", args=[aim.pk]),
        "area": aim.get_area_display(),
        "words": aim.words,
        "own": aim.voice == Aim.Voice.CHILD,
        "far": how_far(aim.last_stands),
        "when": words,
        "tone": tone,
        "no_start": "" if aim.starting_point.strip() else NO_START,
    }


def counted(home, user, now) -> dict:
    """Of the children who live here: how many have an aim without a starting point, none at all,
    and how many aims nobody has written about. Three queries, however many there are."""
    children = set(Child.objects.visible_to(user).living_in(home).values_list("pk", flat=True))
    rows = Aim.objects.visible_to(user).open().filter(child__in=children)
    aimed = set(rows.values_list("child", flat=True))
    started = Q(starting_point="")
    without = set(rows.filter(started).values_list("child", flat=True))
    day = london.local_date(now) - QUIET
    last = Coalesce(F("last_on"), TruncDate("happened_at", tzinfo=london.LONDON))
    quiet = rows.exclude(started).with_last().alias(last=last).filter(last__lte=day)
    return {
        "children": len(children),
        "without_start": without,
        "without_aim": children - aimed,
        "quiet": quiet.count(),
    }


def source(aim: Aim, user) -> dict:
    """Where it comes from, with a way there for whoever may read it."""
    words = {"words": aim.source_words, "url": ""}
    type = registry.find(aim.source_label)
    if type is None:
        return words
    record = type.model.objects.visible_to(user).filter(pk=aim.source_id).first()
    if record is None:
        return words
    title = present.title(type, record)
    return {
        "words": f"{title}: {aim.source_words}" if aim.source_words else title,
        "url": reverse("go", args=[type.label, aim.source_id]),
    }


def days(aim: Aim) -> list[dict]:
    """What moved and what we did, day by day, the newest first: together, never because."""
    found = []
    for entry in aim.entries.select_related("by")[:MOST]:
        found.append(
            {
                "day": london.day_words(entry.on),
                "who": entry.by.first_name,
                "stands": entry.get_stands_display() if entry.stands is not None else "",
                "moved": entry.moved,
                "own_words": entry.own_words,
                "step": entry.step,
                "did": entry.did,
            }
        )
    return found
