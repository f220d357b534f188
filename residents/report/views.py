"""The pages of a report that differ: one is drafted from the month, one says where it was sent."""

from django.urls import reverse

from cura.core.audit import log
from cura.core.links.reading import given
from cura.core.permissions import Permission as P
from cura.core.records.views.detail import RecordDetail
from cura.core.records.views.edit import RecordEdit
from cura.lib import london
from residents.report import month as months
from residents.report.gather import beside, drafted, gather, references


class ReportEdit(RecordEdit):
    """A new report begins with what the month's records say; the sources stay beside it."""

    def sheet(self, **kwargs):
        sheet = super().sheet(**kwargs)
        if self.instance is None and not sheet.form.is_bound:
            month = self.month()
            sheet.form.initial["month"] = month
            if "empty" not in self.request.GET:
                sheet.form.initial |= drafted(self.sources(month))
        return sheet

    def month(self):
        if self.instance:
            return self.instance.month
        asked = self.request.POST.get("month") or self.request.GET.get("month", "")
        return months.read(asked) or months.due(london.local_date(self.now))

    def sources(self, month) -> dict:
        """Asked once for a page, and written to the log: it reads many records at a time."""
        if not hasattr(self, "_sources"):
            self._sources = gather(self.subject, month, self.request.user)
            log.read(
                self.subject, "report.gather", by=self.request.user, now=self.now,
                month=month.isoformat(), shown=references(self._sources),
            )  # fmt: skip
        return self._sources

    def form_page(self, sheet, token, draft=None, status=200, version=None, **context):
        month = self.month()
        context["sources"] = beside(self.sources(month))
        context["month_words"] = months.words(month)
        if self.instance is None and not self.replaced:
            context["months"] = self._months(month)
            context["empty_url"] = f"{self._new_url(month)}&empty"
        return super().form_page(sheet, token, draft, status, version, **context)

    def _months(self, chosen) -> list[dict]:
        return [
            {"words": months.words(m), "url": self._new_url(m), "current": m == chosen}
            for m in months.recent(london.local_date(self.now), 3)
        ]

    def _new_url(self, month) -> str:
        return f"{reverse(self.type.url('new'), args=[self.subject.pk])}?month={month:%Y-%m}"


class ReportDetail(RecordDetail):
    """The report with its month for a title, and to whom it has gone."""

    def page(self, status=200, **context):
        record = context["record"]
        if self.may(P.REPORT_WRITE, record):
            context["given"] = given(record, self.now)
        return super().page(status, **context)
