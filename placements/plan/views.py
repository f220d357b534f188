from django.urls import reverse

from cura.core.permissions import Permission as P
from cura.core.records.views.detail import RecordDetail
from placements.plan import reading
from placements.plan.actions import not_aims_yet
from residents.aims.models import Aim


class PlacementPlanDetail(RecordDetail):
    """With who decides what, and what became of the agreed outcomes."""

    def page(self, status=200, **context):
        plan, user = context["record"], self.request.user
        aims = Aim.objects.visible_to(user).out_of(plan).order_by("id")
        context |= {
            "aims": [
                {"words": aim.words, "url": reverse("aims-detail", args=[aim.pk])} for aim in aims
            ],
            "decides": reading.decisions(plan.child, user) if self.may(P.CHILD_READ, plan) else {},
            "list_url": reverse("placement-plans-list", args=[plan.child_id]),
            "decides_url": reverse("who-decides-list", args=[plan.child_id]),
        }
        for step in context["steps"]:
            step["primary"] = step["primary"] or step["url"].endswith("/aims/")
        if plan.signed_at and not plan.child_at and not plan.void_at:
            words = "Signed for the home, the child not asked yet"
            context["state"] = {"words": words, "tone": "warn", "icon": "pencil"}
        return super().page(status, **context)


def waits_for_aims(plan) -> bool:
    return bool(plan.signed_at) and bool(not_aims_yet(plan))
