"""What the days of a child or a home can be printed as: declared as data, like a `Document`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from cura.core.documents.types import Document
from cura.core.permissions import Permission
from cura.core.records import registry
from cura.core.records.periods.period import Period, reads
from cura.core.records.periods.printed import entries
from cura.core.records.types import RecordType


@dataclass(frozen=True, kw_only=True)
class PeriodDocument:
    """A PDF of all records of some kinds in a period, of one child or one home.

    `kinds` are labels of record types; `context(kinds=, period=, by=, now=)` gives the template
    its words (`printed.entries` and `printed.table` serve most). `permission` is what printing
    needs, beside the right to read each record that stands in it.
    """

    key: str
    title: str
    scope: str  # "child" or "home"
    kinds: tuple[str, ...]
    permission: Permission
    template: str = "documents/period.html"
    context: Callable[..., dict[str, Any]] = entries

    @property
    def types(self) -> list[RecordType]:
        return [registry.of(label) for label in self.kinds]

    def keys(self, period: Period, user) -> list[str]:
        """Of every record that stands in it for her."""
        return [key for type in self.types for key in period.keys(type, user)]

    def of(self, period: Period) -> Document:
        """The document of these days: what `Document` prints has the period for a record."""
        return Document(
            key=self.key,
            title=self.title,
            template=self.template,
            context=lambda record, by, now: self._context(record, by, now),
            permission=self.permission,
            filename=lambda record: f"{self.key}-{record.name}",
        )

    def _context(self, period: Period, by, now) -> dict:
        found = self.context(kinds=self.kinds, period=period, by=by, now=now)
        return {"heading": f"{self.title}, {period.words}"} | found


_documents: dict[str, PeriodDocument] = {}


def add(*documents: PeriodDocument) -> None:
    for document in documents:
        if document.key in _documents:
            raise ImproperlyConfigured(f"Two documents of a period share the key {document.key}")
        _documents[document.key] = document


def every() -> tuple[PeriodDocument, ...]:
    return tuple(_documents.values())


def find(key: str) -> PeriodDocument | None:
    return _documents.get(key)


def offered(subject, user) -> list[PeriodDocument]:
    """Those of this child or home that she may print."""
    name = registry.scope_of(subject).name
    return [d for d in every() if d.scope == name and reads(user, d.permission, subject)]
