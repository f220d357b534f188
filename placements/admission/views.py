"""The page of an admission: who can consent tonight, what stands against it, and the door."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse

from cura.core.records.views.detail import RecordDetail
from cura.core.records.views.edit import RecordEdit
from cura.core.records.views.step import RecordStep
from placements.admission import consent
from placements.admission.forms import DoorForm
from placements.admission.in_hand import of_door
from placements.gate import showing
from placements.impact.views import came_from_referral

CLOSED = "Not yet. What stands against it is written here."


class AdmissionEdit(RecordEdit):
    def sheet(self, **kwargs):
        return came_from_referral(self, super().sheet(**kwargs))


class AdmissionDetail(RecordDetail):
    def page(self, status=200, **context):
        record = context["record"]
        context["title"] = f"{record.referral.name} comes to live here"
        context["gate_url"] = reverse("gate", args=[record.referral_id])
        context["consent"] = consent.lines(record.legal_status)
        said = consent.TONIGHT.get(record.legal_status)
        context["consent_cite"] = f"{said.cite} ({consent.CHECK})" if said else ""
        if not record.admitted_at and not record.void_at:
            found = showing.cards(record.referral, of_door(record), self.request.user, self.now)
            context["gate"] = found
            if any(each["open"] for each in found):
                # No button that would only say no.
                context["steps"] = [s for s in context["steps"] if not s["url"].endswith("/door/")]
        context["next"] = _next(record) if record.admitted_at else []
        return super().page(status, **context)


def _next(record) -> list[dict]:
    """What is written once she has sat down."""
    child = record.child
    return [
        {"url": reverse("child", args=[child.pk]), "words": f"{child.name}'s page",
         "icon": "person-heart"},
        {"url": reverse("belongings-new", args=[child.pk]), "words": "What came along: write it "
         f"down with {child.name}", "icon": "backpack"},
        {"url": reverse("who-decides-list", args=[child.pk]), "words": "Who decides, question by "
         "question", "icon": "signpost"},
        {"url": reverse("reg41-notices-list", args=[child.pk]), "words": "Notice to the local "
         "council", "icon": "send"},
    ]  # fmt: skip


class AdmissionStep(RecordStep):
    """The door. While something stands against it the page says what, and does not open."""

    def form(self, step, record, data=None):
        if step.key != "door":
            return super().form(step, record, data)
        user, home = self.request.user, record.home
        return DoorForm(data, instance=record, user=user, subject=home, now=self.now)

    def get(self, request, pk, step):
        record, act = self.find(step)
        if act.key == "door" and act.when(record):
            found = showing.cards(record.referral, of_door(record), request.user, self.now)
            if any(each["open"] for each in found):
                messages.error(request, CLOSED)
                return redirect("admissions-detail", pk=pk)
        return super().get(request, pk, step)

    def post(self, request, pk, step):
        answer = super().post(request, pk, step)
        record = self.record()
        if step == "door" and answer.status_code == 302 and record.child_id:
            return redirect("child", pk=record.child_id)
        return answer
