"""A child's plans on her page; for those who lead, which are unread by tonight's team."""

from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.core.records import present, registry
from cura.lib import london
from cura.lib.words import listed, plural
from residents.child.models import Child
from residents.child.rights import holds
from residents.ourplans.kinds import KINDS
from residents.plan import reading
from residents.plan.models import Plan

MOST = 40


def on_child(*, subject, user, now):
    may_write = not subject.left_at and holds(user, P.PLAN_WRITE, subject)
    works_here = holds(user, P.DAILY_WRITE, subject)
    items = [_item(kind, subject, user, now, may_write, works_here) for kind in KINDS]
    if not may_write and not any(item["url"] for item in items):
        return None
    return {"title": "Plans", "icon": "shield-check", "plans": items}


def _item(kind: type[Plan], child, user, now, may_write: bool, works_here: bool) -> dict:
    type = registry.of(kind)
    new = reverse(type.url("new"), args=[child.pk]) if may_write else ""
    title = present.sentence(type.one)
    plan = reading.in_force(kind, user).filter(child=child).first()
    if plan is None:
        return {"title": title, "url": "", "new_url": new}
    asked = reading.asked_open(kind._meta.label_lower, [child.pk])[:3]
    unread = works_here and reading.unread_by([plan], user)
    step = reverse(type.url("step"), args=[plan.pk, "read"])
    return {
        "title": title,
        "url": reverse(type.url("detail"), args=[plan.pk]),
        "line": f"Version {plan.number}, {london.short(plan.signed_at, now)}, "
        f"{plan.signed_by.first_name}",
        "ask_me": getattr(plan, "ask_me", ""),
        "asked": reading.asked_words(asked, user),
        "read_url": step if unread else "",
        "print_url": f"{reverse(type.url('print'), args=[plan.pk])}?as=page",
        "new_url": "",
    }


def tonight(*, subject, user, now) -> dict | None:
    """ "Nobody's plan is unread by tonight's team except …": what is read before the shift."""
    plans, lines = _standing(subject, user), []
    absent = reading.missing(plans, reading.team(subject, now)) if plans else {}
    for plan in plans:
        if people := absent[plan.pk]:
            lines.append(_line(plan, reading.not_yet(people)))
    if not lines:
        return None
    return {"title": "Plans to read before the shift", "icon": "shield-check", "lines": lines}


def _standing(home, user) -> list[Plan]:
    here = {"child__home": home, "child__left_at": None}
    return [
        plan
        for kind in KINDS
        for plan in reading.in_force(kind, user).filter(**here).order_by("child__arrived_at")[:MOST]
    ]


def _line(plan: Plan, words: str) -> dict:
    return {
        "name": plan.child.name,
        "what": f"{plan._meta.verbose_name}, version {plan.number}",
        "url": reverse(registry.of(plan).url("detail"), args=[plan.pk]),
        "words": words,
    }


def for_manager(*, subject, user, now) -> dict | None:
    """The same, and which children have no plan at all."""
    panel = tonight(subject=subject, user=user, now=now) or {"lines": []}
    children = list(Child.objects.visible_to(user).living_in(subject)[:MOST])
    held = {(plan._meta.label, plan.child_id) for plan in _standing(subject, user)}
    without = []
    for kind in KINDS:
        names = [c.name for c in children if (kind._meta.label, c.pk) not in held]
        if names:
            count = f"{len(names)} of {plural(len(children), 'child', 'children')}"
            verb = "has" if len(names) == 1 else "have"
            without.append(f"{count} {verb} no {kind._meta.verbose_name} yet: {listed(names)}")
    if not panel["lines"] and not without:
        return None
    return {"title": "Plans", "icon": "shield-check", "without": without, **_of(panel)}


def _of(panel: dict) -> dict:
    return {"lines": panel["lines"], "lead": "Before the shift" if panel["lines"] else ""}


PANELS = (
    Panel(
        key="plans", place="child", order=11, template="residents/plan/panel.html",
        permission=P.PLAN_READ, context=on_child,
    ),
    Panel(
        key="plans-tonight", place="house", order=22, template="residents/plan/unread.html",
        permission=P.PLAN_READ, context=tonight,
    ),
    Panel(
        key="plans", place="manager", order=35, template="residents/plan/unread.html",
        permission=P.PLAN_READ, context=for_manager,
    ),
)  # fmt: skip
