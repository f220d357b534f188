from django.urls import reverse

from cura.core.deadlines.deadline import Deadline
from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.lib import london
from residents.child.rights import holds
from residents.measures.reading import courses, headline, of_child

MOST = 4


def on_child(*, subject, user, now) -> dict | None:
    """The totals, whose answers they were, and when the next questionnaire is due."""
    found = [c for c in courses(of_child(subject, user)) if headline(c)][:MOST]
    may_write = not subject.left_at and holds(user, P.PLAN_WRITE, subject)
    if not found and not may_write:
        return None
    return {
        "title": "Scores",
        "icon": "graph-up",
        "url": reverse("measures-list", args=[subject.pk]),
        "url_words": "All scores",
        "courses": [{"title": c.title, "finding": c.finding} for c in found],
        "due": _due(subject, user, now),
        "new_url": reverse("measures-new", args=[subject.pk]) if may_write else "",
    }


def _due(child, user, now) -> dict | None:
    rows = Deadline.objects.visible_to(user).standing().open()
    row = rows.filter(rule="SDQ", child_id=child.pk).order_by("due_at").first()
    if row is None:
        return None
    day = london.day_words(london.local_date(row.due_at))
    late = row.due_at <= now
    return {
        "words": f"The next SDQ {'was due' if late else 'is due by'} {day}",
        "tone": "late" if late else "grey",
    }


PANELS = (
    Panel(
        key="measures", place="child", order=58, template="residents/measures/panel.html",
        permission=P.PLAN_READ, context=on_child,
    ),
)  # fmt: skip
