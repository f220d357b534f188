"""Today, by time left: Now, This shift, Later today, This week. A row is one verb, one tap."""

from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.core.records.drafts.models import Draft
from cura.lib.words import plural
from residents.diary.due import diary
from residents.due import ASKED, NOW, SHIFT, TODAY, WEEK, Due
from residents.handover.due import handovers
from residents.mustread.due import must_reads

TITLES = ((NOW, "Now"), (SHIFT, "This shift"), (TODAY, "Later today"), (WEEK, "This week"))
MOST = 12


def unfinished(home, user, now) -> list[Due]:
    """One row for all that she began and has not saved."""
    count = Draft.objects.unfinished().filter(user=user, home_id=home.pk).count()
    if not count:
        return []
    return [
        Due(
            when=SHIFT, verb=f"Finish what you began: {plural(count, 'page')}", by=now,
            url=reverse("drafts"), icon="pencil",
        )
    ]  # fmt: skip


def rows(home, user, now) -> list[Due]:
    asks = (handovers, must_reads, diary, unfinished, *ASKED)
    found = [due for ask in asks for due in ask(home, user, now)]
    return sorted(found, key=lambda due: (not due.late, due.by))


def due(*, subject, user, now) -> dict:
    """Short lists; when there is nothing, a kind word."""
    found = rows(subject, user, now)
    groups = [
        {"title": title, "rows": [d for d in found if d.when == when][:MOST]}
        for when, title in TITLES
    ]
    return {
        "title": "What is yours to do",
        "icon": "list-check",
        "groups": [g for g in groups if g["rows"]],
        "since_url": reverse("since"),
    }


PANELS = (
    Panel(
        key="today", place="today", order=5, template="residents/today/due.html",
        permission=P.DAILY_READ, context=due, wide=True,
    ),
)  # fmt: skip
