"""What happened in a child's time here, in the order in which it happened: good things beside hard
ones. Each app declares what of its records belongs here; nothing is written twice for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from cura.core.records import present, registry
from cura.lib import london

GOOD, HARD, PLAIN = "good", "hard", "plain"
TONES = {GOOD: "Good things", HARD: "Hard things", PLAIN: "Everything else"}
MOST = 300  # lines of a page; PDF and spreadsheet hold `WHOLE`
WHOLE = 5000
LETTERS = 400


@dataclass(frozen=True, kw_only=True)
class Source:
    """Rows of one kind. `rows(child, user)` starts from what she may read; `at` is the moment that
    counts; `tone` is a word or asked of each row; `says(row)` is one line of words."""

    key: str
    title: str
    rows: Callable[..., QuerySet]
    says: Callable[..., str]
    tone: str | Callable[..., str] = PLAIN
    at: str = "happened_at"
    opens: Callable[..., str] | None = None

    def tone_of(self, row) -> str:
        return self.tone(row) if callable(self.tone) else self.tone


@dataclass(frozen=True)
class Event:
    at: datetime
    title: str
    words: str
    tone: str
    url: str
    reference: str

    @property
    def when(self) -> str:
        return london.words(self.at)


_sources: list[Source] = []


def add(*sources: Source) -> None:
    _sources.extend(sources)


def sources() -> tuple[Source, ...]:
    return tuple(_sources)


def events(child, user, *, start, end, tone: str = "", most: int = MOST) -> list[Event]:
    """The newest `most + 1` of them, newest first: one more than fits says that there is more. A
    query for each source."""
    found = [e for source in _sources for e in _events(source, child, user, start, end, most)]
    found = [e for e in found if not tone or e.tone == tone]
    return sorted(found, key=lambda e: e.at, reverse=True)[: most + 1]


def _events(source: Source, child, user, start, end, most: int) -> list[Event]:
    within = {f"{source.at}__gte": start, f"{source.at}__lt": end}
    rows = source.rows(child, user).filter(**within).order_by(f"-{source.at}", "-pk")
    return [_event(source, row) for row in rows[: most + 1]]


def _event(source: Source, row) -> Event:
    words = " ".join(source.says(row).split())
    if len(words) > LETTERS:
        words = f"{words[:LETTERS].rstrip()} …"
    type = registry.find(row._meta.label_lower)
    return Event(
        at=getattr(row, source.at),
        title=source.title,
        words=words,
        tone=source.tone_of(row),
        url=source.opens(row) if source.opens else present.detail_url(type, row),
        reference=present.reference_of(type, row) if type else "",
    )
