"""My key children, as faces with one line each."""

from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.lib import london
from residents.child.models import Child
from residents.diary import lines
from residents.diary.models import DiaryEntry
from residents.whereabouts.reading import out_now

MOST = 12


def my_children(*, subject, user, now) -> dict | None:
    rows = Child.objects.visible_to(user).living_in(subject)
    children = list(rows.filter(key_worker=user)[:MOST])
    if not children:
        return None
    out = out_now(subject, user)
    coming = _next(subject, children, user, now)
    return {
        "title": "My key children" if len(children) > 1 else "My key child",
        "icon": "person-heart",
        "children": [
            {
                "name": child.name,
                "url": reverse("child", args=[child.pk]),
                "where": f"Out: {out[child.pk].where}" if child.pk in out else "At home",
                "next": coming.get(child.pk, ""),
            }
            for child in children
        ],
    }


def _next(home, children, user, now) -> dict:
    """The next thing today in each one's diary."""
    _, midnight = london.day_bounds(london.local_date(now))
    rows = DiaryEntry.objects.visible_to(user).coming(now, midnight).filter(child__in=children)
    coming = [(entry.happened_at, entry.child_id, entry.title) for entry in rows]
    coming += [(at.at, at.child.pk, at.title) for at in lines.coming(home, now, midnight, user)]
    found: dict = {}
    for at, child, title in sorted(coming, key=lambda each: each[0]):
        found.setdefault(child, f"{london.clock(at)} {title}")
    return found


PANELS = (
    Panel(
        key="my-children", place="today", order=20, template="residents/today/mine.html",
        permission=P.DAILY_READ, context=my_children,
    ),
)  # fmt: skip
