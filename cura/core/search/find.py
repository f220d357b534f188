"""The one search box behind every search: `find`. Rights and exclusions stand in the query."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q

from cura.core.search import fulltext
from cura.core.search.entry import SearchEntry
from cura.core.search.snippet import Piece, snippet
from cura.core.search.tokens import asked_words
from cura.lib import london, typed
from cura.lib.reference import parse


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One thing found, ready to print. `cursor` is where the next page begins."""

    title: str
    url: str
    subject: str = ""
    reference: str = ""
    when: str = ""
    snippet: tuple[Piece, ...] = ()
    for_few: bool = False  # a section that fewer people may see
    icon: str = "journal-text"
    ref: str = ""  # label, id and part, for the log: empty for what is about nobody
    cursor: str = ""


# What apps offer besides records, from `ready()`: children, people, pages, things to do. Each asks
# the rights itself and asks the database equally often, however much there is.
QUICK: list[Callable[[object, str], list[Hit]]] = []


def find(user, text: str, *, limit: int = 20, before: str | None = None) -> list[Hit]:
    """What she may read and holds every word, the newest first; a reference said or typed comes
    before. `before` is the cursor of the last hit of the page before; ValueError if it is none."""
    words = asked_words(text)
    if not words:
        return []
    seen = SearchEntry.objects.visible_to(user).defer("words")
    rows = seen.filter(fulltext.matching(words))
    if before:
        rows = list(rows.filter(_older(before))[:limit])
    else:
        named = _by_reference(seen, text)
        rows = [*named, *(row for row in rows[:limit] if row not in named)]
    return [_hit(row, words) for row in rows[:limit]]


def quick(request, text: str) -> list[Hit]:
    return [hit for offer in QUICK for hit in offer(request, text)]


def _by_reference(seen, text: str) -> list[SearchEntry]:
    if (parts := parse(text)) is None:
        return []
    return list(seen.filter(reference="-".join(parts))[:5])


def _older(cursor: str) -> Q:
    at, _, pk = cursor.partition("_")
    at, pk = typed.moment(at), typed.number(pk, typed.ROW)
    if at is None or pk is None:
        raise ValueError("No row of ours.")
    return Q(at__lt=at) | Q(at=at, pk__lt=pk)


def _hit(row: SearchEntry, words: list[str]) -> Hit:
    return Hit(
        title=row.title,
        url=row.get_absolute_url(),
        subject=row.subject,
        reference=row.reference,
        when=london.words(row.at),
        snippet=snippet(row.body, words),
        for_few=bool(row.part),
        icon="lock" if row.part else "journal-text",
        ref=f"{row.label} {row.object_id} {row.part}".strip(),
        cursor=f"{row.at.isoformat()}_{row.pk}",
    )
