"""Whether something was written long after it happened: one rule, and the hours are the home's own.

It is said and never blocked: blocking breeds lies.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from cura.core.accounts.home import HomeSettings
from cura.lib import london


@dataclass(frozen=True)
class Lateness:
    """The rule for some records, with the hours of their homes: one query for a whole list."""

    hours: dict[UUID, int]

    @classmethod
    def of(cls, records: Iterable) -> "Lateness":
        homes = {record.home_id for record in records}
        rows = HomeSettings.objects.filter(home_id__in=homes)
        return cls(dict(rows.values_list("home_id", "late_hours")))

    def is_late(self, record) -> bool:
        usual = HomeSettings._meta.get_field("late_hours").default
        hours = self.hours.get(record.home_id, usual)
        return record.created_at - record.happened_at > timedelta(hours=hours)

    def words(self, record) -> str:
        """ "" when it was written in time."""
        if not self.is_late(record):
            return ""
        return f"Written {london.how_long(record.happened_at, record.created_at)} afterwards"
