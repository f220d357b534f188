"""The records of one child or one home, newest first, fifty a page, one more to know of older."""

from django.db.models import Q
from django.http import Http404
from django.urls import reverse

from cura.core.accounts import access
from cura.core.permissions import Permission as P
from cura.core.records import registry
from cura.core.records.lateness import Lateness
from cura.core.records.present import cells
from cura.core.records.views.base import RecordView, subject_of
from cura.lib import typed

PAGE = 50


class RecordList(RecordView):
    verb = "list"

    def get(self, request, subject):
        subject = subject_of(self.type, request.user, self.type.model.read, subject)
        rows = list(self._page_of(self._under(subject)))
        more, rows = len(rows) > PAGE, rows[:PAGE]
        lateness = Lateness.of(rows)
        self.read(subject, kind=self.type.slug, shown=[str(row.pk) for row in rows])
        return self.page(
            subject=subject,
            child_header=self.header(subject),
            columns=[column.title for column in self.type.columns],
            rows=[cells(self.type, row, lateness) for row in rows],
            new_url=self._new(subject),
            older_url=self._older(rows[-1]) if more else "",
            newest_url=request.path if "before" in request.GET else "",
            empty_text=f"No {self.type.title.lower()} yet.",
        )

    def _under(self, subject):
        name = registry.scope(self.type.scope).name
        return self.records().filter(**{name: subject}).standing()

    def _page_of(self, rows):
        """Pages go by key, not by number: the next page costs what the first one did."""
        before = self.request.GET.get("before", "")
        if before:
            at, _, pk = before.partition("_")
            at, pk = typed.moment(at), typed.key(pk)
            if at is None or pk is None:
                raise Http404
            rows = rows.filter(Q(happened_at__lt=at) | Q(happened_at=at, pk__lt=pk))
        return rows.select_related("author").order_by("-happened_at", "-id")[: PAGE + 1]

    def _older(self, last) -> str:
        at = last.happened_at.isoformat().replace("+00:00", "Z")
        return f"{self.request.path}?before={at}_{last.pk}"

    def _new(self, subject) -> str:
        home = getattr(subject, "home_id", subject.pk)
        if not access.has(self.request.user, P(self.type.model.write), home):
            return ""
        return reverse(self.type.url("new"), args=[subject.pk])
