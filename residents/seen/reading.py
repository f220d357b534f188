"""Who has read what, and what somebody has still to read. One query for a whole page."""

from collections.abc import Iterable
from uuid import UUID

from cura.core.permissions import Permission as P
from cura.core.records.types import Step
from cura.lib.words import first_names
from residents.seen.actions import mark
from residents.seen.models import Seen

# Of those who care for the child. Whoever sees the page from outside says nothing by it.
I_HAVE_READ_IT = Step(
    key="read", title="I have read it", permission=P.DAILY_WRITE, do=mark, tone="primary"
)


def readers(records: Iterable) -> dict[UUID, list]:
    """Record to the people who have read it as it stands now."""
    versions = {record.pk: record.version for record in records}
    found: dict[UUID, list] = {pk: [] for pk in versions}
    rows = Seen.objects.filter(object_id__in=versions).select_related("by")
    for seen in rows if versions else ():
        if seen.version == versions[seen.object_id]:
            found[seen.object_id].append(seen.by)
    return found


def unread(records: Iterable, user) -> list:
    """Those of the records that she has not read since they were written or changed."""
    records = [record for record in records if record.author_id != user.pk or record.version > 1]
    if not records:
        return []
    rows = Seen.objects.filter(object_id__in=[r.pk for r in records], by=user)
    read = set(rows.values_list("object_id", "version"))
    return [record for record in records if (record.pk, record.version) not in read]


def words(people: Iterable, workers: Iterable) -> str:
    """Read by Sam and Tess; not yet by Cara."""
    people = list(people)
    missing = [w.name for w in workers if w.pk not in {p.pk for p in people}]
    if not people:
        return "Read by nobody yet"
    said = f"Read by {first_names([p.name for p in people])}"
    return f"{said}; not yet by {first_names(missing)}" if missing else said
