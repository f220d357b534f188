"""The pages of a report for a review that differ: one is drafted, one says where it went."""

from datetime import date

from cura.core.audit import log
from cura.core.links.reading import given
from cura.core.permissions import Permission as P
from cura.core.records.views.detail import RecordDetail
from cura.core.records.views.edit import RecordEdit
from cura.lib import london, typed
from placements.reviewreports.gather import begun, gather
from placements.reviewreports.gather import since as since_of
from residents.report.gather import beside, references


class ReviewReportEdit(RecordEdit):
    """A new report begins with what our records say since the last review; they stay beside it."""

    def sheet(self, **kwargs):
        sheet = super().sheet(**kwargs)
        if self.instance is None and not sheet.form.is_bound:
            sheet.form.initial["since"] = self.since()
            if asked := typed.key(self.request.GET.get("review")):
                sheet.form.initial["review"] = asked
            if "empty" not in self.request.GET:
                sheet.form.initial |= begun(self.subject, self.sources(), self.request.user)
        return sheet

    def since(self) -> date:
        if self.instance:
            return self.instance.since
        asked = self.request.POST.get("since") or self.request.GET.get("since", "")
        return typed.day(asked) or since_of(self.subject, self.request.user)

    def sources(self) -> dict:
        """Asked once for a page, and written to the log: it reads many records at a time."""
        if not hasattr(self, "_sources"):
            since = self.since()
            self._sources = gather(self.subject, since, self.now, self.request.user)
            log.read(
                self.subject, "report.gather", by=self.request.user, now=self.now,
                since=since.isoformat(), shown=references(self._sources),
            )  # fmt: skip
        return self._sources

    def form_page(self, sheet, token, draft=None, status=200, version=None, **context):
        context["sources"] = beside(self.sources())
        context["since_words"] = london.day_words(self.since())
        context["is_new"] = self.instance is None and not self.replaced
        return super().form_page(sheet, token, draft, status, version, **context)


class ReviewReportDetail(RecordDetail):
    """The report with the day of its review for a title, and to whom it has gone."""

    def page(self, status=200, **context):
        record = context["record"]
        if self.may(P.REPORT_WRITE, record):
            context["given"] = given(record, self.now)
        for step in context["steps"]:
            if record.checked_at:  # what comes next is to send it, once
                step["primary"] = step["url"].endswith("/send/") and not record.sent_at
        return super().page(status, **context)
