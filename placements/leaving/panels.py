from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.lib import london
from placements.leaving.models import AfterContact, MovingOn

MOST = 4


def on_child(*, subject, user, now):
    """Where she goes next and what is still to do for it; calls after she has left."""
    rows = MovingOn.objects.visible_to(user).standing().filter(child=subject, ended_at=None)
    plan = rows.order_by("-happened_at", "-id").first()
    calls = AfterContact.objects.visible_to(user).standing().filter(child=subject, held_at=None)
    calls = list(calls.order_by("happened_at")[:MOST])
    if plan is None and not calls:
        return None
    return {
        "title": "Moving on",
        "icon": "signpost",
        "url": reverse("moving-on-list", args=[subject.pk]),
        "plan": _plan(plan) if plan else None,
        "calls": [
            {
                "url": reverse("contacts-after-leaving-detail", args=[call.pk]),
                "words": call.why or "A call",
                "when": london.words(call.happened_at),
            }
            for call in calls
        ],
    }


def _plan(plan: MovingOn) -> dict:
    steps = [step for step in plan.steps.all() if not step.done_on][:MOST]
    when = f"planned for {london.day_words(plan.planned_for)}" if plan.planned_for else ""
    return {
        "url": reverse("moving-on-detail", args=[plan.pk]),
        "place": plan.get_place_display(),
        "when": when,
        "own_words": plan.own_words,
        "steps": [
            f"{step.what} (by {london.day_words(step.by_when)})" if step.by_when else step.what
            for step in steps
        ],
    }


PANELS = (
    Panel(
        key="moving-on", place="child", order=70, template="placements/leaving/panel.html",
        permission=P.PLAN_READ, context=on_child,
    ),
)  # fmt: skip
