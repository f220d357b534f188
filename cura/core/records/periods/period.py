"""Some days of one child or one home: local days, from midnight to midnight, both included."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Model, QuerySet

from cura.core.accounts import access
from cura.core.audit import log
from cura.core.records import registry
from cura.core.records.registry import Scope
from cura.core.records.types import RecordType
from cura.lib import london

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """Of whom, and from which day to which."""

    subject: Model
    first: date
    last: date

    @property
    def scope(self) -> Scope:
        return registry.scope_of(self.subject)

    @property
    def home_id(self):
        return home_of(self.subject)

    @property
    def child_id(self):
        return child_of(self.subject)

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        """In UTC; the end is not included. A day of 23 or 25 hours is a whole day."""
        return london.day_bounds(self.first)[0], london.day_bounds(self.last)[1]

    @property
    def words(self) -> str:
        """Mon 1 Jun 2026 to Tue 30 Jun 2026"""
        first, last = london.day_words(self.first), london.day_words(self.last)
        return first if self.first == self.last else f"{first} to {last}"

    @property
    def name(self) -> str:
        """For the names of files: 2026-06-01-to-2026-06-30"""
        return f"{self.first.isoformat()}-to-{self.last.isoformat()}"

    def months(self) -> list["Period"]:
        """The same days, a calendar month at a time."""
        found, start = [], self.first
        while start <= self.last:
            after = (start.replace(day=1) + timedelta(days=32)).replace(day=1)
            end = min(after - DAY, self.last)
            found.append(Period(self.subject, start, end))
            start = end + DAY
        return found

    def records(self, type: RecordType, user) -> QuerySet:
        """What she may read of this kind and still stands, oldest first.

        Under a child: what was written about that child, whichever home wrote it. Under a home:
        what that home wrote, its children's records among it.
        """
        rows = type.model.objects.visible_to(user).standing().between(*self.bounds)
        return rows.filter(**{self.scope.name: self.subject}).order_by("happened_at", "id")

    def keys(self, type: RecordType, user) -> list[str]:
        """Of the records above, as the log and a bundle keep them."""
        return [str(pk) for pk in self.records(type, user).values_list("pk", flat=True)]


def kinds(subject: Model, user) -> list[RecordType]:
    """The kinds that may stand under a child or a home and that she may read there. Under a home
    all of them, for every record has one; but none whose words go after a while, for what was
    issued is kept."""
    name = registry.scope_of(subject).name
    under = [t for t in registry.all_types() if name in (registry.HOME.name, t.scope)]
    stays = [t for t in under if not t.model.short_lived]
    return [t for t in stays if reads(user, t.model.read, subject)]


def reads(user, permission: str, subject: Model) -> bool:
    """Whether she holds this permission for this child or this home."""
    scope = access.scope(user, permission)
    return home_of(subject) in scope.homes or child_of(subject) in scope.children


def home_of(subject: Model) -> UUID:
    return log.target(subject)["home_id"]


def child_of(subject: Model) -> UUID | None:
    return log.target(subject)["child_id"]
