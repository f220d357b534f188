"""The bad hour's page: three answers, save, back to the child. Everything else can wait."""

from django.contrib import messages
from django.db.models import Prefetch, prefetch_related_objects
from django.shortcuts import redirect

from cura.core.records.views.edit import RecordEdit
from cura.core.ui import body_map
from cura.core.ui.layout import cards
from cura.lib import london
from safeguarding.measure.clocks import clocks
from safeguarding.measure.models import CONTENTS
from safeguarding.measure.views import MeasureDetail
from safeguarding.restraint import reading
from safeguarding.restraint.forms import first_card
from safeguarding.restraint.models import Hold, RestraintPresent

LINES = (
    Prefetch("holds", Hold.objects.select_related("person", "hold")),
    Prefetch("present", RestraintPresent.objects.select_related("person")),
    "injuries",
)
MAP_ROWS = "injury"  # the prefix of the lines that the body map fills in


class RestraintEdit(RecordEdit):
    """A new record opens as its first card alone; the whole of it is one tap away."""

    def quick(self, draft=None) -> bool:
        asked = self.request.GET if self.request.method == "GET" else self.request.POST
        if self.instance or self.replaced or "whole" in asked or (draft and _has_more(draft.body)):
            return False
        return self.request.method == "GET" or "quick" in asked

    def form_page(self, sheet, token, draft=None, status=200, version=None, **context):
        quick = self.quick(draft)
        context |= {"quick": quick, "drawing": body_map.drawing(_marks(sheet), rows=MAP_ROWS)}
        if quick:
            sheet.form.helper = cards(first_card("happened_at"))
        return super().form_page(
            sheet, token, draft=draft, status=status, version=version, **context
        )

    def page(self, status=200, **context):
        if context.get("quick"):
            context |= {"primary_label": "Save", "can_save_open": False, "files_url": ""}
            context["whole_url"] = f"{self.request.path}?whole=1"
        return super().page(status, **context)

    def saved(self, record):
        if "quick" not in self.request.POST:
            return super().saved(record)
        due = london.short(clocks(record)[0].due_at, self.now)
        messages.success(self.request, f"Saved. Write the rest and sign it by {due}.")
        return redirect(self.type.url("detail"), pk=record.pk)


def _has_more(body: dict) -> bool:
    return any(any(body.get(name, ())) for name, _ in CONTENTS if name != "hurt")


def _marks(sheet) -> list[body_map.Mark]:
    """The marks of the lines as they were typed, to be drawn without JavaScript, too."""
    lines = next(rows for rows in sheet.sets if rows.prefix == MAP_ROWS).forms
    places = [str(form["place"].value() or "") for form in lines]
    return [body_map.Mark(n, place) for n, place in enumerate(filter(None, places), 1)]


class RestraintDetail(MeasureDetail):
    def record(self):
        record = super().record()
        prefetch_related_objects([record], *LINES)
        return record

    def page(self, status=200, **context):
        if marks := reading.marks(context["record"]):
            context["drawing"] = body_map.drawing(marks)
            context["sections"] = reading.numbered(context["record"], context["sections"])
        return super().page(status, **context)

    def notices(self, record, files):
        return reading.notices(record) + reading.unasked(record, files)
