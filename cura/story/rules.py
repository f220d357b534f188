"""What comes again and again in a house: one rule in a file, an entry on each day it fits."""

from dataclasses import dataclass, field
from datetime import date

from cura.lib.london import DAYS
from cura.story.entry import KINDS
from cura.story.errors import StoryError
from cura.story.moments import Moments

KNOWN = {
    "key", *KINDS, "at", "who", "about", "each", "days", "only", "every", "from", "until", "skip",
    "chance", "needs", "pick", "data", "then", "dice", "open", "perhaps", "even_away", "dates",
    "except",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Rule:
    """`at` is a time or a window of times; `who` one or several of whom one is drawn; `each` the
    children it is about, one by one ("children": whoever lives here). `pick` draws a line of that
    list into the data. `dice` lets one of several follow-ups happen: "0..69" and "70..99"."""

    key: str
    kind: str
    what: str
    at: str
    who: tuple[str, ...]
    about: str = ""
    each: tuple[str, ...] = ()
    days: tuple[str, ...] = DAYS
    only: str = ""  # "school" or "no school": days of the child
    every: int = 1
    since: date | None = None
    until: date | None = None
    skip: frozenset[date] = frozenset()
    dates: tuple[int, ...] = ()  # of the month
    excepted: frozenset[tuple[str, date]] = frozenset()  # a child on a day: told by an event
    chance: int = 100
    needs: str = ""  # who must be on shift
    pick: str = ""
    data: dict = field(default_factory=dict)
    then: tuple["Rule", ...] = ()
    dice: tuple[int, int] = (0, 99)
    open: bool = False
    perhaps: bool = False
    even_away: bool = False
    where: str = ""  # the file, for messages

    def fits(self, day: date) -> bool:
        if DAYS[day.weekday()] not in self.days or day in self.skip:
            return False
        if self.dates and day.day not in self.dates:
            return False
        if (self.since and day < self.since) or (self.until and day > self.until):
            return False
        return self.every == 1 or (day - self.since).days % self.every == 0


def read_rules(raw: list[dict], moments: Moments, where: str) -> list[Rule]:
    return [_rule(one, moments, where, one.get("key", "")) for one in raw]


def _rule(raw: dict, moments: Moments, where: str, key: str) -> Rule:
    kind = next((k for k in KINDS if k in raw), None)
    strange = raw.keys() - KNOWN
    if kind is None or strange or not key or not {"at", "who"} <= raw.keys():
        raise StoryError(f"{where}: a routine needs key, at, who and what; odd: {strange}: {raw}")
    if raw.get("every", 1) > 1 and "from" not in raw:
        raise StoryError(f"{where}, {key}: “every” is counted from a day, so give “from”.")
    who = raw["who"]
    each = raw.get("each", ())
    first, _, last = raw.get("dice", "0..99").partition("..")
    return Rule(
        key=key,
        kind=kind,
        what=raw[kind],
        at=raw["at"],
        who=(who,) if isinstance(who, str) else tuple(who),
        about=raw.get("about", ""),
        each=(each,) if isinstance(each, str) else tuple(each),
        days=tuple(raw.get("days", " ".join(DAYS)).split()),
        only=raw.get("only", ""),
        every=raw.get("every", 1),
        since=moments.day(raw["from"]) if "from" in raw else None,
        until=moments.day(raw["until"]) if "until" in raw else None,
        skip=frozenset(moments.day(text) for text in raw.get("skip", ())),
        dates=tuple(raw.get("dates", ())),
        excepted=frozenset(_child_and_day(text, moments) for text in raw.get("except", ())),
        chance=raw.get("chance", 100),
        needs=raw.get("needs", ""),
        pick=raw.get("pick", ""),
        data=raw.get("data", {}),
        then=tuple(
            _rule(one, moments, where, f"{key}/{one.get('key', n)}")
            for n, one in enumerate(raw.get("then", ()))
        ),
        dice=(int(first), int(last)),
        open=raw.get("open", False),
        perhaps=raw.get("perhaps", False),
        even_away=raw.get("even_away", False),
        where=where,
    )


def _child_and_day(text: str, moments: Moments) -> tuple[str, date]:
    """ "kai D0" """
    child, _, day = text.partition(" ")
    return child, moments.day(day)
