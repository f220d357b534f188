"""What goes into a bundle: asked anew when it is counted, made and finished, for rights may end."""

from dataclasses import dataclass

from cura.core.accounts import access, soft
from cura.core.permissions import Permission as P
from cura.core.records import registry
from cura.core.records.bundles.models import Bundle
from cura.core.records.periods import document as periods
from cura.core.records.periods.document import PeriodDocument
from cura.core.records.periods.period import Period, kinds
from cura.core.records.types import RecordType
from cura.lib import london
from cura.lib.reference import reference

MOST = 1500  # parts of one bundle: half an hour of printing


@dataclass(frozen=True)
class Order:
    """Whose days, and what of them: kinds of record, or one long document in its months."""

    period: Period
    types: tuple[RecordType, ...] = ()
    document: PeriodDocument | None = None

    @classmethod
    def of(cls, bundle: Bundle) -> "Order | None":
        """What a bundle asked for, as far as she who asked may still see it: else None."""
        subject = subject_of(bundle, bundle.asked_by)
        if subject is None or not access.has(bundle.asked_by, P.EXPORT, bundle.home_id):
            return None
        period = Period(subject, bundle.first, bundle.last)
        if bundle.document:
            return cls._document(period, bundle)
        readable = kinds(subject, bundle.asked_by)
        types = tuple(type for type in readable if type.label in bundle.kinds)
        return cls(period, types) if len(types) == len(bundle.kinds) else None

    @classmethod
    def _document(cls, period: Period, bundle: Bundle) -> "Order | None":
        mine = periods.offered(period.subject, bundle.asked_by)
        document = next((d for d in mine if d.key == bundle.document), None)
        return cls(period, document=document) if document else None

    def readable(self, user) -> set[str]:
        """Keys of all records that may stand in it now."""
        types = self.document.types if self.document else self.types
        return {key for type in types for key in self.period.keys(type, user)}

    def counts(self, user) -> list[tuple[RecordType, int]]:
        return [(type, self.period.records(type, user).count()) for type in self.types]

    def plan(self, user) -> list[dict]:
        """The parts in order, each with the name that it will have in the file."""
        if self.document:
            months = enumerate(self.period.months(), start=1)
            return [self._month(number, month) for number, month in months]
        rows = [
            (type, pk, at)
            for type in self.types
            for pk, at in self.period.records(type, user).values_list("pk", "happened_at")
        ]
        return [_record(number, *row) for number, row in enumerate(rows, start=1)]

    def _month(self, number: int, month: Period) -> dict:
        days = [month.first.isoformat(), month.last.isoformat()]
        return {"number": number, "days": days, "path": f"{self.document.key}/{month.name}.pdf"}


def subject_of(bundle: Bundle, user):
    """The child or the home that it is about, if this person may see it; else None."""
    for scope in registry.scopes():
        if (scope is registry.HOME) == (bundle.child_id is None):
            visible = scope.visible(user, soft.reading(scope.model))
            if subject := visible.filter(pk=bundle.child_id or bundle.home_id).first():
                return subject
    return None


def _record(number: int, type: RecordType, pk, at) -> dict:
    day = london.local_date(at).isoformat()
    name = f"{number:04d}-{day}-{reference(type.prefix, pk)}.pdf"
    return {
        "number": number,
        "label": type.label,
        "id": str(pk),
        "path": f"{type.slug}/{name}",
    }
