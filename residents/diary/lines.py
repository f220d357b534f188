"""What stands in the diary without being typed there: a review, a visit, which have a record of
their own.

Each noun that has such hands over how to ask for it (`SOURCES`). It shows what the reader may see
of that record, so a parent who may read the diary meets nothing here that is not for her.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from cura.core.accounts.home import Home
from cura.lib import london
from residents.child.models import Child

MOST = 60


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing of one child, ready to be shown. `off`: it was called off; `went`: it happened."""

    at: datetime
    title: str
    kind: str
    icon: str
    url: str
    child: Child
    place: str = ""
    told: str = ""
    off: bool = False
    went: bool = False

    def text(self, now: datetime) -> str:
        """For the handover: one line of plain text."""
        place = f" ({self.place})" if self.place else ""
        return f"{london.short(self.at, now)} {self.title}{place}"

    def shown(self, *, with_child: bool = True) -> dict:
        """As a card of a day: the words of `reading.shown`."""
        return {
            "url": self.url,
            "time": london.clock(self.at),
            "title": self.title,
            "name": self.child.name if with_child else "",
            "icon": self.icon,
            "kind": self.kind,
            "about": self.place,
            "off": "Called off" if self.off else "",
            "told": "not told yet" if self.told == "not_yet" else "",
            "went": self.went,
        }


# (subject, start, end, user) -> lines; the subject is a home (of those who live there) or a child.
Ask = Callable[[Home | Child, datetime, datetime, object], Iterable[Line]]
SOURCES: list[Ask] = []


def between(subject: Home | Child, start: datetime, end: datetime, user) -> list[Line]:
    """In order of time. Two queries for each source, however many rows."""
    found = [line for ask in SOURCES for line in ask(subject, start, end, user)]
    return sorted(found, key=lambda line: line.at)[:MOST]


def coming(subject: Home | Child, start: datetime, end: datetime, user) -> list[Line]:
    """Without what was called off or has been written up."""
    return [line for line in between(subject, start, end, user) if not (line.off or line.went)]
