"""The lines of a house that works one day on and two off: who stands where at each moment."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from cura.lib.london import DAY, DAYS
from cura.story.moments import Moments, moment_on

LONGEST_AGO = 14  # days back in which a place that is empty now was filled: a weekend, and leave


@dataclass(frozen=True, kw_only=True)
class Place:
    """A place on each day's rota. `people` follow each other from day to day, counted from D0.

    `until` is on the next day when it is not after `since`, or when the file says "next 10:00"; the
    ends of a sleep-in go by the first of these.
    """

    key: str
    kind: str  # as the rota's record has it: "lead", "worker" …
    people: tuple[str, ...]
    since: time
    until: time
    next_day: bool = False
    days: tuple[str, ...] = DAYS
    sleeps: tuple[time, time] | None = None


@dataclass(frozen=True, kw_only=True)
class Away:
    """Somebody does not work from a day to a day. Those named instead take turns, or nobody."""

    who: str
    since: date
    until: date
    instead: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Line:
    """One person's shift."""

    place: Place
    who: str
    starts: datetime
    ends: datetime
    sleep: tuple[datetime, datetime] | None


class Rota:
    def __init__(self, anchor: date, places: list[Place], aways: list[Away]):
        self.anchor, self.places, self.aways = anchor, places, aways
        self.keys = frozenset(place.key for place in places)
        self._lines: dict[date, list[Line]] = {}

    def lines(self, day: date) -> list[Line]:
        """The shifts that begin on this day."""
        if day not in self._lines:
            self._lines[day] = [line for place in self.places for line in self._line(place, day)]
        return self._lines[day]

    def at(self, moment: datetime, day: date) -> list[Line]:
        """Who works at this moment (its local day is `day`), the one who came last first."""
        found = [*self.lines(day), *self.lines(day - DAY)]
        found = [line for line in found if line.starts <= moment < line.ends]
        return sorted(found, key=lambda line: line.starts, reverse=True)

    def who(self, place: str, moment: datetime, day: date) -> str:
        """The person in this place at this moment; a place that is empty now is answered by whoever
        stood there last. `lead-1` is the lead of the day before."""
        name, _, back = place.partition("-")
        skip = int(back or 0)
        for number in range(LONGEST_AGO + skip):
            for line in self.lines(day - number * DAY):
                if line.place.key == name and line.starts <= moment:
                    if not skip:
                        return line.who
                    skip -= 1
        return ""

    def _line(self, place: Place, day: date) -> Iterator[Line]:
        if DAYS[day.weekday()] not in place.days:
            return
        turn = (day - self.anchor).days
        if who := self._stands(place.people[turn % len(place.people)], day, turn):
            yield Line(
                place=place,
                who=who,
                starts=moment_on(day, place.since).moment,
                ends=_end(place, day),
                sleep=place.sleeps and tuple(_after(day, place.since, t) for t in place.sleeps),
            )

    def _stands(self, who: str, day: date, turn: int) -> str:
        for away in self.aways:
            if away.who == who and away.since <= day <= away.until:
                return away.instead[turn // 3 % len(away.instead)] if away.instead else ""
        return who


def _end(place: Place, day: date) -> datetime:
    if place.next_day:
        return moment_on(day + DAY, place.until).moment
    return _after(day, place.since, place.until)


def _after(day: date, since: time, clock: time) -> datetime:
    return moment_on(day if clock > since else day + DAY, clock).moment


def read_rota(places: list[dict], aways: list[dict], moments: Moments) -> Rota:
    return Rota(
        moments.anchor,
        [_place(raw) for raw in places],
        [
            Away(
                who=raw["who"],
                since=moments.day(raw["from"]),
                until=moments.day(raw["until"]),
                instead=tuple(raw.get("instead", ())),
            )
            for raw in aways
        ],
    )


def _place(raw: dict) -> Place:
    sleeps = raw.get("sleeps")
    return Place(
        key=raw["key"],
        kind=raw["kind"],
        people=tuple(raw["people"]),
        since=time.fromisoformat(raw["from"]),
        until=time.fromisoformat(raw["until"].removeprefix("next ")),
        next_day=raw["until"].startswith("next "),
        days=tuple(raw.get("days", " ".join(DAYS)).split()),
        sleeps=tuple(time.fromisoformat(t) for t in sleeps) if sleeps else None,
    )
