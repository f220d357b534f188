"""Why a child lives here, on her page."""

from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.core.records import present, registry
from cura.lib import london
from placements.plan import reading
from placements.plan.models import PlacementPlan
from residents.child.rights import holds


def on_child(*, subject, user, now):
    plan = reading.standing(subject, user)
    may_write = not subject.left_at and holds(user, P.PLAN_WRITE, subject)
    if plan is None and not may_write:
        return None
    panel = {"title": f"Why {subject.name} lives here", "icon": "house-heart"}
    if plan is None:
        return panel | {"plan": None, "new_url": reverse("placement-plans-new", args=[subject.pk])}
    return panel | {
        "url": reverse("placement-plans-detail", args=[plan.pk]),
        "url_words": "The placement plan",
        "plan": {
            "why": plan.why_here,
            "changed": plan.will_have_changed,
            "state": _state(plan),
            "met": f"Agreed on {london.day_words(london.local_date(plan.happened_at))}",
        },
    }


def _state(plan: PlacementPlan) -> dict:
    if plan.signed_at and not plan.child_at:
        return {"words": "The child has not been asked yet", "tone": "warn"}
    if plan.child_at:
        return {"words": plan.get_answer_display(), "tone": "ok"}
    return present.state(registry.of(plan), plan)


PANELS = (
    Panel(
        key="placement-plan", place="child", order=22, template="placements/plan/panel.html",
        permission=P.PLAN_READ, context=on_child,
    ),
)  # fmt: skip
