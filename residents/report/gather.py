"""What the month holds for a report: words that somebody wrote, with day, name and reference.

Nothing here is made up: a report is drafted from quotations, and the key worker makes it hers.
Each noun declares what it can give (`GATHERERS`), so that diary and school can add theirs.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from cura.core.records import registry
from cura.core.records.present import reference_of
from cura.lib import london
from residents.report import month as months

MOST = 40  # of one kind; the list on the page leads to the rest


@dataclass(frozen=True)
class Quote:
    """Words as they were written, and where they stand."""

    at: datetime
    words: str
    who: str
    reference: str
    url: str
    lead: str = ""  # what it was about, before the words
    own: bool = False  # said by the child

    def line(self) -> str:
        """Tue 3 Nov, friends: “If I bring the ball …” (Sam, KW-7K3M9Q)"""
        day = london.day_words(london.local_date(self.at))[:-5]
        about = f", {self.lead}" if self.lead else ""
        words = " ".join(self.words.split())
        return f"{day}{about}: “{words}” ({self.who}, {self.reference})"


@dataclass(frozen=True, kw_only=True)
class Gatherer:
    """`ask(child=, start=, end=, user=)` gives the quotes for one section of the report."""

    section: str  # a field of the report
    title: str
    ask: Callable[..., Iterable[Quote]]


GATHERERS: list[Gatherer] = []


def quote(record, words: str, *, lead: str = "", own: bool = False) -> Quote:
    """A quote from any record."""
    type = registry.of(record)
    return Quote(
        at=record.happened_at, words=words, who=record.author.first_name, lead=lead, own=own,
        reference=reference_of(type, record),
        url=reverse(type.url("detail"), args=[record.pk]),
    )  # fmt: skip


Found = dict[str, list[tuple[str, list[Quote]]]]


def gather(child, month: date, user) -> Found:
    """What the month holds."""
    start, end = months.bounds(month)
    return between(child, start, end, user)


def between(child, start: datetime, end: datetime, user, more: Iterable[Gatherer] = ()) -> Found:
    """Section to (title, quotes in the order of time), only from what she may read. `more` are
    those of a report that has sections of its own."""
    found: Found = {}
    for gatherer in (*GATHERERS, *more):
        quotes = list(gatherer.ask(child=child, start=start, end=end, user=user))
        if quotes:
            quotes.sort(key=lambda q: q.at)
            found.setdefault(gatherer.section, []).append((gatherer.title, quotes))
    return found


def references(found: Found) -> list[str]:
    """For the log: what was shown."""
    return [q.reference for groups in found.values() for _, quotes in groups for q in quotes]


def beside(found: Found) -> list[dict]:
    """The sources as a page shows them beside the form."""
    return [
        {
            "title": title,
            "quotes": [{"line": q.line(), "url": q.url, "reference": q.reference} for q in quotes],
        }
        for groups in found.values()
        for title, quotes in groups
    ]


def drafted(found: Found) -> dict[str, str]:
    """The text that each section of a new report begins with."""
    return {
        section: "\n".join(quote.line() for _, quotes in groups for quote in quotes)
        for section, groups in found.items()
    }
