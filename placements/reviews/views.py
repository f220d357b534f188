from django.urls import reverse

from cura.core.permissions import Permission as P
from cura.core.records.views.detail import RecordDetail
from placements.reviews.models import LookedAfterReview


class ReviewDetail(RecordDetail):
    """A review, with our report for it beside it."""

    def page(self, status=200, **context):
        review: LookedAfterReview = context["record"]
        hidden = []
        if review.held_at or review.cancelled_at:
            hidden.append("/cancelled/")
        if review.cancelled_at or not review.held_at:
            hidden.append("/signed/")
        context["steps"] = [s for s in context["steps"] if not s["url"].endswith(tuple(hidden))]
        for step in context["steps"]:
            step["primary"] = step["url"].endswith("/signed/")
        if not review.void_at:
            context["state"] = self._state(review, context["state"])
        if review.cancelled_at:
            context["edit_url"] = ""
        over = review.happened_at <= self.now and not review.held_at
        context["write_url"] = context["edit_url"] if over else ""
        if not review.held_at:
            first = context["sections"][0]
            first["facts"] = [fact for fact in first["facts"] if fact["text"] != "No"]
        context |= self._report(review)
        return super().page(status, **context)

    def _state(self, review: LookedAfterReview, state: dict) -> dict:
        if review.cancelled_at:
            return {"words": "Called off", "tone": "quiet", "icon": "slash-circle"}
        if review.signed_at:
            return state
        if review.held_at:
            return {"words": "Held, not signed yet", "tone": "soon", "icon": "pencil"}
        if review.happened_at <= self.now:
            return {"words": "Was it held?", "tone": "soon", "icon": "calendar-event"}
        return {"words": "Planned", "tone": "calm", "icon": "calendar-event"}

    def _report(self, review: LookedAfterReview) -> dict:
        """Where our report stands, or where it is begun, for those who may read reports."""
        rows = review.reports.visible_to(self.request.user).standing()
        report = rows.order_by("-id").first()
        if report:
            url = reverse("review-reports-detail", args=[report.pk])
            return {"report": {"url": url, "words": report.stands}}
        over = review.cancelled_at or review.held_at or review.void_at
        if over or not self.may(P.REPORT_WRITE, review):
            return {}
        new = reverse("review-reports-new", args=[review.child_id])
        return {"report_new_url": f"{new}?review={review.pk}"}
