"""A child's aims on her page, and for the manager what nobody can tell progress from."""

from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.lib import london
from cura.lib.words import plural
from residents.aims import reading
from residents.aims.models import Aim
from residents.child.models import Child
from residents.child.rights import holds

MOST = 6


def on_child(*, subject, user, now):
    rows = Aim.objects.visible_to(user).of(subject).open().with_last()
    found = list(rows[: MOST + 1])
    today = london.local_date(now)
    may_write = not subject.left_at and holds(user, P.PLAN_WRITE, subject)
    if not found and not may_write:
        return None
    return {
        "title": "Aims",
        "icon": "flag",
        "url": reverse("aims-list", args=[subject.pk]),
        "aims": [reading.line(aim, today) for aim in found[:MOST]],
        "more": len(found) > MOST,
        "new_url": reverse("aims-new", args=[subject.pk]) if may_write else "",
    }


def for_manager(*, subject, user, now):
    """ "5 of 6 children have no starting point." Nothing when there is nothing to say."""
    counted = reading.counted(subject, user, now)
    children = counted["children"]
    names = _names(counted["without_start"] | counted["without_aim"])
    lines = [
        _of(children, counted["without_start"], "an aim without a starting point", names),
        _of(children, counted["without_aim"], "no aim yet", names),
    ]
    if counted["quiet"]:
        aims = plural(counted["quiet"], "aim")
        lines.append({"words": f"Nothing written for 28 days about {aims}", "children": []})
    lines = [line for line in lines if line]
    if not lines:
        return None
    return {"title": "Aims and progress", "icon": "flag", "lines": lines}


def _of(all_: int, some: set, what: str, names: dict) -> dict | None:
    if not some:
        return None
    have = "has" if len(some) == 1 else "have"
    return {
        "words": f"{len(some)} of {plural(all_, 'child', 'children')} {have} {what}",
        "children": [names[pk] for pk in names if pk in some],
    }


def _names(ids: set) -> dict:
    rows = Child.objects.filter(pk__in=ids).order_by("arrived_at") if ids else ()
    return {
        child.pk: {"name": child.name, "url": reverse("aims-list", args=[child.pk])}
        for child in rows
    }


PANELS = (
    Panel(
        key="aims", place="child", order=26, template="residents/aims/panel.html",
        permission=P.PLAN_READ, context=on_child,
    ),
    Panel(
        key="aims", place="manager", order=40, template="residents/aims/counted.html",
        permission=P.PLAN_READ, context=for_manager,
    ),
)  # fmt: skip
