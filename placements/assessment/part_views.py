"""The pages of a part that differ: each statement opens what it rests on."""

from django.db.models import prefetch_related_objects
from django.urls import reverse

from cura.core.records.views.detail import RecordDetail
from cura.core.records.views.edit import RecordEdit
from cura.lib import typed
from placements.assessment import telling
from placements.assessment.disciplines import Discipline
from placements.assessment.evidence import shown
from placements.assessment.models import Assessment
from placements.assessment.part_models import AssessmentPart, PartAsk
from placements.assessment.progress import progress_of

EVIDENCE = "What is said, and what shows it"


class PartEdit(RecordEdit):
    """A new one is of the assessment that the address names, else of the one that is being made."""

    def page(self, status=200, **context):
        part = self.instance or self.replaced
        return super().page(status, over=part.called if part else "", **context)

    def sheet(self, **kwargs):
        sheet = super().sheet(**kwargs)
        asked = typed.key(self.request.GET.get("assessment"))
        if asked and not self.instance and not sheet.form.is_bound:
            rows = Assessment.objects.visible_to(self.request.user)
            sheet.form.initial["assessment"] = rows.filter(pk=asked, child=self.subject).first()
            sheet.form.initial["discipline"] = Discipline.OTHER
        return sheet


class PartDetail(RecordDetail):
    """One part: each statement opens what it rests on."""

    def record(self):
        record = super().record()
        prefetch_related_objects([record], "statements")
        return record

    def page(self, status=200, **context):
        record = context["record"]
        lines = record.statements.all()
        told = shown([ref for line in lines for ref in line.evidence], self.request.user)
        context["sections"] = [s for s in context["sections"] if s["title"] != EVIDENCE]
        context["statements"] = [telling.statement(line, told) for line in lines]
        context["asked"] = asked(record)
        whole = record.assessment
        if whole and not record.void_at and whole.open_to(self.request.user):
            context["whole_url"] = reverse("assessments-detail", args=[whole.pk])
            context["stands"] = self.stands(record)
        return super().page(status, **context)

    def stands(self, record) -> dict | None:
        """Who writes it, how it stands, and by when it is wanted."""
        lines = progress_of([record.assessment], self.request.user, self.now)[0].lines
        found = (telling.part_line(line) for line in lines if line.part == record)
        return next(found, None)


def asked(part: AssessmentPart) -> list[str]:
    rows = PartAsk.objects.filter(object_id=part.pk).select_related("by")
    return [telling.asked(row) for row in rows]
