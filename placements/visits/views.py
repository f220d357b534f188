from django.shortcuts import redirect
from django.urls import reverse

from cura.core.permissions import Permission as P
from cura.core.records.views.detail import RecordDetail
from cura.core.records.views.edit import RecordEdit
from placements.visits.kinds import BY_KEY
from placements.visits.models import Visit


class VisitEdit(RecordEdit):
    """A visit that is past when it is written goes straight on to how it went."""

    def sheet(self, **kwargs):
        sheet = super().sheet(**kwargs)
        kind = self.request.GET.get("kind", "")
        if self.instance is None and kind in BY_KEY and "data" not in kwargs:
            sheet.form.initial["kind"] = kind
        return sheet

    def saved(self, record):
        answer = super().saved(record)
        open_still = not (record.held_at or record.cancelled_at) and not self.finishing
        if open_still and record.happened_at <= self.now:
            return redirect(self.type.url("step"), pk=record.pk, step="held")
        return answer


class VisitDetail(RecordDetail):
    def page(self, status=200, **context):
        visit: Visit = context["record"]
        context["title"] = visit.title
        done = visit.held_at or visit.cancelled_at
        hidden = ("/held/", "/cancelled/") if done else ()
        context["steps"] = [s for s in context["steps"] if not s["url"].endswith(hidden)]
        for step in context["steps"]:
            step["primary"] = step["url"].endswith("/held/") and visit.happened_at <= self.now
        if not visit.void_at and visit.cancelled_at:
            context["state"] = {"words": "Called off", "tone": "quiet", "icon": "slash-circle"}
            context["edit_url"] = ""
        elif not visit.void_at and not visit.held_at:
            late = visit.happened_at <= self.now
            words = "Did it take place?" if late else "Planned"
            tone = "soon" if late else "calm"
            context["state"] = {"words": words, "tone": tone, "icon": "calendar-event"}
        if done and self.may(P.KEYWORK_WRITE, visit):
            new = reverse(self.type.url("new"), args=[visit.child_id])
            context["next_url"] = f"{new}?kind={visit.kind}"
        return super().page(status, **context)
