"""Pages for records that stand until they are ended: all of them at once, in their own order."""

from django.urls import reverse

from cura.core.permissions import Permission as P
from cura.core.records.views.base import subject_of
from cura.core.records.views.detail import RecordDetail
from cura.core.records.views.list import RecordList
from residents.child.rights import holds

MOST = 60


class Board(RecordList):
    """What stands about one child, few enough for one page. Subclasses say order and words."""

    def get(self, request, subject):
        child = subject_of(self.type, request.user, self.type.model.read, subject)
        rows = list(self.ordered(self._under(child).select_related("author", "child"))[:MOST])
        self.read(child, kind=self.type.slug, shown=[str(row.pk) for row in rows])
        return self.page(
            subject=child,
            child_header=self.header(child),
            new_url=self._new(child),
            **self.board(child, rows),
        )

    def ordered(self, rows):
        return rows

    def board(self, child, rows) -> dict:
        raise NotImplementedError

    def may_write(self, child) -> bool:
        return holds(self.request.user, P(self.type.model.write), child)

    def links(self, record, may_write: bool) -> dict:
        """Where to read a record whole, and where to change it."""
        change = reverse(self.type.url("edit"), args=[record.pk]) if may_write else ""
        return {"url": reverse(self.type.url("detail"), args=[record.pk]), "edit_url": change}


class StandingDetail(RecordDetail):
    """One such record. "Open" would say too little of it, and ending it is not the main thing."""

    def page(self, status=200, **context):
        record = context["record"]
        for step in context["steps"]:
            step["primary"] = step["tone"] == "primary"
        if not record.void_at and not (self.type.first and getattr(record, self.type.first.at)):
            context["state"] = {"words": "", "tone": "quiet", "icon": ""}
        return super().page(status, **context)
