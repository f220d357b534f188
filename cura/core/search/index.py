"""Keep the index as the records are: from the outbox soon after each write, and wholly by command.

Search stands below records and does not know them. A `Source` knows: it says what there is
(`every`) and what some of it says now (`entries`). What no source names leaves the index: a record
that was set aside or replaced, a part that was emptied.
"""

import logging
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Q

from cura.core.audit import outbox
from cura.core.search import fulltext
from cura.core.search.entry import Entry, SearchEntry
from cura.core.search.tokens import index_words

READER = "search"
BATCH = 200
WRITTEN = (
    "home_id", "child_id", "permission", "reference", "subject", "title", "body", "words", "at",
)  # fmt: skip
Ref = tuple[str, UUID]  # label and id
logger = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Source:
    """What an app hands over. Each callable passes over labels that are not its own.

    `entries(refs)`: what the index should hold of these. `every()`: all there is, streamed.
    `names(refs)`: of the children and homes among these, what people call them now, by id.
    """

    entries: Callable[[Collection[Ref]], Iterable[Entry]]
    every: Callable[[], Iterator[Ref]]
    names: Callable[[Collection[Ref]], dict[UUID, str]] = lambda refs: {}


SOURCES: list[Source] = []


def pending() -> int:
    """Index what was written since the last time. Returns how many writes were taken."""
    taken = 0
    while batch := outbox.drain(READER, _take):
        taken += batch
    return taken


def _take(changes) -> None:
    """One entry that cannot be made must not keep all others out: then they go one by one, and
    the log names it. A database that does not answer is another matter: all is asked again."""
    refs = {(change.label, change.object_id) for change in changes}
    try:
        index(refs)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        for ref in refs:
            try:
                index({ref})
            except (OperationalError, InterfaceError):
                raise
            except Exception:
                logger.exception("Not indexed: %s %s", *ref)


@transaction.atomic
def index(refs: Collection[Ref]) -> int:
    """Make the index right for these. Returns how many rows differed.

    1 hold the rows there are, 2 only then ask the sources, 3 write what differs: of two that index
    the same record at once, the later has read the later text.
    """
    refs = set(refs)
    ids = {pk for _, pk in refs}
    rows = SearchEntry.objects.select_for_update().filter(object_id__in=ids).order_by("pk")
    held = {_key(row): row for row in rows if (row.label, row.object_id) in refs}
    made = (entry.row() for source in SOURCES for entry in source.entries(refs))
    wanted = {_key(row): row for row in made}
    fresh = [row for key, row in sorted(wanted.items()) if _differs(held.get(key), row)]
    gone = [row.pk for key, row in held.items() if key not in wanted]
    SearchEntry.objects.bulk_create(
        fresh, update_conflicts=True, update_fields=WRITTEN,
        unique_fields=("object_id", "label", "part"),
    )  # fmt: skip
    SearchEntry.objects.filter(pk__in=gone).delete()
    renamed = sum(
        _rename(pk, name) for source in SOURCES for pk, name in source.names(refs).items()
    )
    return len(fresh) + len(gone) + renamed


def resync() -> int:
    """Compare the whole index with the records and mend it. Returns how many rows differed."""
    fulltext.rebuild()
    differed = sum(index(refs) for refs in _batches(_held()))
    every = (ref for source in SOURCES for ref in source.every())
    return differed + sum(index(refs) for refs in _batches(every))


def _key(row: SearchEntry) -> tuple:
    return row.object_id, row.label, row.part


def _differs(held: SearchEntry | None, row: SearchEntry) -> bool:
    return held is None or any(getattr(held, name) != getattr(row, name) for name in WRITTEN)


def _rename(pk: UUID, name: str) -> int:
    """A child who takes another name is found by it at once, and no longer by the old one."""
    about = Q(child_id=pk) | Q(home_id=pk, child_id=None)
    rows = SearchEntry.objects.filter(about).exclude(subject__in=("", name))
    renamed = 0
    while batch := list(rows.order_by("pk")[:BATCH]):
        for row in batch:
            row.subject = name
            row.words = index_words(name, row.title, row.body)
        SearchEntry.objects.bulk_update(batch, ("subject", "words"))
        renamed += len(batch)
    return renamed


def _held() -> Iterator[Ref]:
    last = 0
    rows = SearchEntry.objects.order_by("pk").values_list("pk", "label", "object_id")
    while batch := list(rows.filter(pk__gt=last)[:BATCH]):
        for last, label, pk in batch:  # noqa: B007 `last` is where the next batch begins
            yield label, pk


def _batches(refs: Iterator[Ref]) -> Iterator[list[Ref]]:
    refs = iter(refs)
    while batch := list(islice(refs, BATCH)):
        yield batch
