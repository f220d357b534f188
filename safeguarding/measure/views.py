from cura.core.records.views.detail import RecordDetail
from safeguarding.measure import telling


class MeasureDetail(RecordDetail):
    """With the talks beside it, the law's three clocks, and what is missing before it is signed."""

    def page(self, status=200, **context):
        record = context["record"]
        talks = telling.Talks.of(record)
        context["sections"] = [*context["sections"], *talks.sections()]
        context["moments"] = telling.moments(self.type, record, talks, self.now)
        context["missing"] = telling.missing(record)
        context["notices"] = self.notices(record, context["attachments"])
        return super().page(status, **context)

    def notices(self, record, files: list[dict]) -> list[str]:
        """What a reader must notice. For subclasses."""
        return []
