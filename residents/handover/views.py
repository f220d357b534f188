"""What differs for a handover: what the system knows stands beside each child's line."""

from django.urls import reverse

from cura.core.records.views.detail import RecordDetail
from cura.core.records.views.edit import RecordEdit
from cura.lib import london
from residents.child.models import Child
from residents.handover import gather
from residents.handover.models import Handover


class HandoverEdit(RecordEdit):
    def sheet(self, **kwargs):
        sheet = super().sheet(**kwargs)
        if self.instance is None and "data" not in kwargs:
            entries = gather.by_child(gather.coming(self.subject, self.request.user, self.now))
            for form in sheet.sets[0].forms:
                told = gather.appointments(entries[form.initial.get("child")], self.now)
                form.initial["appointments"] = told
        return sheet

    def page(self, status=200, **context):
        home, user = self.subject, self.request.user
        known = gather.beside(home, user, self.now)
        lines, counts = context["sheet"].sets
        children = {str(child.pk): child for child in Child.objects.filter(home=home)}
        for form in lines.forms:
            child = children.get(str(form["child"].value() or ""))
            form.child_name = child.name if child else ""
            form.known = known["notes"].get(child.pk, []) if child else []
        context |= {"lines": lines, "counts": counts, "known_since": known["since"]}
        context["since_url"] = reverse("since")
        return super().page(status, **context)


class HandoverDetail(RecordDetail):
    def page(self, status=200, **context):
        handover = context["record"]
        context["title"] = f"Handover: {handover.get_change_display().lower()}"
        context["when"] = london.words(handover.happened_at)
        context["state"] = _state(handover, context["state"])
        context["red"] = [{"name": line.child.name, "words": line.next} for line in handover.red()]
        return super().page(status, **context)


def _state(handover: Handover, state: dict) -> dict:
    if handover.void_at or not handover.signed_at or handover.taken_at:
        return state
    return {"words": "Signed, not taken yet", "tone": "warn", "icon": "hourglass-split"}
