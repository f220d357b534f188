"""What is to be read, on the house now; what she herself has to read, among the rows of Today."""

from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.lib import london
from residents.child.workers import workers
from residents.mustread import reading


def of_house(*, subject, user, now) -> dict | None:
    rows = list(reading.with_counts(reading.open_ones(subject, user), subject, now)[: reading.MOST])
    if not rows:
        return None
    team = set(workers(subject, now).values_list("pk", flat=True))
    return {
        "title": "Everybody should know",
        "icon": "megaphone",
        "url": reverse("must-reads-list", args=[subject.slug]),
        "rows": [_row(row, len(team - {row.author_id}), now) for row in rows],
    }


def _row(row, asked: int, now) -> dict:
    """Whoever wrote it knows it, and is not counted."""
    by_when = london.short(row.by_when, now)
    return {
        "url": reverse("must-reads-detail", args=[row.pk]),
        "name": row.child.name if row.child else "",
        "words": row.words,
        "about": f"{row.author.first_name}, read by {by_when} · seen by {row.seen_now} of {asked}",
        "late": row.by_when < now and row.seen_now < asked,
    }


PANELS = (
    Panel(
        key="must-reads", place="house", order=40, template="residents/mustread/panel.html",
        permission=P.DAILY_READ, context=of_house,
    ),
)  # fmt: skip
