"""What differs for a handover: what the system knows stands beside each child's line."""

from dataclasses import replace

from django.urls import reverse

from cura.core.records.views.edit import RecordEdit
from cura.core.records.views.step import RecordStep
from residents.child.models import Child
from residents.handover import gather
from residents.handover.models import HandoverCount

COUNTED = dict(HandoverCount.What.choices)


class HandoverEdit(RecordEdit):
    def sheet(self, **kwargs):
        sheet = super().sheet(**kwargs)
        if self.instance is None and "data" not in kwargs:
            entries = gather.by_child(gather.coming(self.subject, self.request.user, self.now))
            others = gather.others(self.subject, self.request.user, self.now)
            for form in sheet.sets[0].forms:
                child = form.initial.get("child")
                told = gather.appointments(entries[child], others[child], self.now)
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
        for form in counts.forms:
            form.title = COUNTED.get(form["what"].value(), "")
        context |= {"lines": lines, "counts": counts, "known_since": known["since"]}
        context["since_url"] = reverse("since")
        return super().page(status, **context)


class HandoverStep(RecordStep):
    """Taking the shift: whoever comes on proves herself by PIN on the screen of who gives it, or
    is signed in herself."""

    def find(self, key):
        record, step = super().find(key)
        gave = (record.author_id, record.signed_by_id)
        if key == "taken" and self.request.user.pk not in gave:
            step = replace(step, proof="session")
        return record, step
