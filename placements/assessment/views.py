"""The page of an assessment: where it stands, and who is still to write."""

from django.urls import reverse

from cura.core.records.views.detail import RecordDetail
from placements.assessment import telling
from placements.assessment.progress import progress_of


class AssessmentDetail(RecordDetail):
    """The whole: days, parts by discipline, what is missing before it is signed, names under it."""

    def page(self, status=200, **context):
        record, user = context["record"], self.request.user
        progress = progress_of([record], user, self.now)[0]
        context["progress"] = telling.board(progress)
        context["missing"] = [] if record.signed_at else [w for _, w in record.contents()]
        context["sections"] = [*context["sections"], *telling.beside_sections(record, user)]
        if self.may(self.type.model.write, record) and not record.signed_at:
            new = reverse("assessment-parts-new", args=[record.child_id])
            context["another_url"] = f"{new}?assessment={record.pk}"
        return super().page(status, **context)
