"""What the six views share: the record asked for, what its pages show, and the template to use."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views import View

from cura.core.audit import log
from cura.core.records import actions, registry
from cura.core.records.types import RecordType


class RecordView(View):
    """A page of one kind of record. What one may not see is a 404; may see and not do, a 403."""

    type: RecordType = None
    verb = ""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.now = timezone.now()

    def records(self):
        rows = self.type.model.objects.visible_to(self.request.user)
        return rows.select_related(*self.type.preload)

    def record(self):
        return get_object_or_404(
            self.records().select_related("replaces", "author", *self._signers()),
            pk=self.kwargs["pk"],
        )

    def _signers(self) -> list[str]:
        return [m.by for m in self.type.moments] + ["void_by"]

    def may(self, permission: str, record) -> bool:
        return actions.may(self.request.user, permission, record)

    def read(self, subject, **body) -> None:
        """Write the read to the log before the page is made: no entry, no page."""
        log.read(subject, f"record.{self.verb}", by=self.request.user, now=self.now, **body)

    def header(self, subject) -> dict | None:
        return registry.scope(self.type.scope).header(self.request, subject)

    def page(self, status=200, **context):
        names = [
            f"{self.type.model._meta.app_label}/{self.type.slug}/{self.verb}.html",
            f"records/{self.verb}.html",
        ]
        return render(self.request, names, {"type": self.type, **context}, status=status)


def subject_of(type: RecordType, user, permission: str, value):
    """The child or home that an address names, if this person may do `permission` there."""
    scope = registry.scope(type.scope)
    return get_object_or_404(scope.visible(user, permission), **{scope.key: value})


def subject_by_id(type: RecordType, user, permission: str, pk):
    scope = registry.scope(type.scope)
    found = scope.visible(user, permission).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
