"""Whether a signed assessment still counts: a pure function, with each reason in plain words."""

from dataclasses import dataclass, field
from datetime import datetime

from cura.lib import london
from cura.lib.words import plural

DAYS = 14


@dataclass(frozen=True)
class Since:
    """Something that was different from a moment on. `words` make a sentence."""

    key: str
    words: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Known:
    """All that is asked. `news`: the referral says something else than when it was signed."""

    signed_at: datetime
    days: int = DAYS
    household: tuple[Since, ...] = ()
    incidents: tuple[Since, ...] = ()
    restaffed: Since | None = None
    news: str = ""
    planned: datetime | None = None


@dataclass(frozen=True)
class Reason:
    """`key` stays the same while the reason is the same: an override names it."""

    key: str
    words: str


@dataclass(frozen=True)
class Reasons:
    """In the order in which they are said; none: it counts."""

    all: tuple[Reason, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.all)

    @property
    def words(self) -> str:
        return " ".join(reason.words for reason in self.all)


def reasons(known: Known, now: datetime) -> Reasons:
    """Why it does not count any more. What lies before the signature is in it."""
    found = [Reason(s.key, s.words) for s in _after(known, (*known.household, *known.incidents))]
    if known.restaffed and known.restaffed.at >= known.signed_at:
        found.append(Reason(known.restaffed.key, known.restaffed.words))
    if known.news:
        found.append(Reason(f"news/{known.news}", "The referral says something new."))
    return Reasons((*found, *_delayed(known, now), *_old(known, now)))


def _after(known: Known, things: tuple[Since, ...]) -> list[Since]:
    return sorted((s for s in things if s.at > known.signed_at), key=lambda s: s.at)


def _delayed(known: Known, now: datetime) -> list[Reason]:
    """N1: she was to come and did not. It was signed for that day; another day is another look."""
    if known.planned is None:
        return []
    day, signed = london.local_date(known.planned), london.local_date(known.signed_at)
    if not signed <= day < london.local_date(now):
        return []
    said = f"The day planned for the arrival, {london.day_words(day)}, has passed."
    return [Reason(f"delayed/{day}", said)]


def _old(known: Known, now: datetime) -> list[Reason]:
    signed = london.local_date(known.signed_at)
    age = (london.local_date(now) - signed).days
    if age < known.days:
        return []
    return [Reason("age", f"It is {plural(age, 'day')} old, and counts for {known.days}.")]
