"""Who lives in the house of a story, and when; who has school on a day."""

from dataclasses import dataclass, field
from datetime import date, datetime

from cura.lib.london import DAYS
from cura.story.moments import Moments


@dataclass(frozen=True, kw_only=True)
class School:
    """From one day to another, on these days of the week."""

    since: date
    until: date | None
    days: tuple[str, ...]

    def on(self, day: date) -> bool:
        within = self.since <= day and (self.until is None or day <= self.until)
        return within and DAYS[day.weekday()] in self.days


@dataclass(frozen=True, kw_only=True)
class Housemate:
    """A child of the story. `away`: days and nights not spent in the house."""

    key: str
    called: str
    key_worker: str
    came: datetime
    left: datetime | None
    away: tuple[tuple[datetime, datetime], ...] = ()
    school: tuple[School, ...] = ()
    tells: dict[str, str] = field(default_factory=dict)  # her own slots: "sw" = "Martin"
    earlier: tuple[tuple[datetime, dict[str, str]], ...] = ()  # until when others held

    def slots(self, at: datetime) -> dict[str, str]:
        """What the words may say of her at this moment, by name."""
        before = next((slots for until, slots in self.earlier if at < until), {})
        return self.tells | before

    def lives_here(self, at: datetime) -> bool:
        return self.came <= at and (self.left is None or at < self.left)

    def is_here(self, at: datetime) -> bool:
        return self.lives_here(at) and not any(start <= at < end for start, end in self.away)


@dataclass(frozen=True)
class Household:
    children: dict[str, Housemate]
    holidays: tuple[tuple[date, date], ...]

    def here(self, at: datetime) -> list[Housemate]:
        return [child for child in self.children.values() if child.is_here(at)]

    def has_school(self, child: str, day: date) -> bool:
        if any(start <= day <= end for start, end in self.holidays):
            return False
        return any(school.on(day) for school in self.children[child].school)


def read_household(children: list[dict], holidays: list[dict], moments: Moments) -> Household:
    return Household(
        {raw["key"]: _housemate(raw, moments) for raw in children},
        tuple((moments.day(h["from"]), moments.day(h["until"])) for h in holidays),
    )


def _housemate(raw: dict, moments: Moments) -> Housemate:
    away = ((moments.at(a["from"]), moments.at(a["until"])) for a in raw.get("away", ()))
    earlier = ((moments.at(e["until"]), e["tells"]) for e in raw.get("earlier", ()))
    return Housemate(
        key=raw["key"],
        called=raw["called"],
        key_worker=raw.get("key_worker", ""),
        came=moments.at(raw["came"]),
        left=moments.at(raw["left"]) if raw.get("left") else None,
        away=tuple(away),
        school=tuple(_school(s, moments) for s in raw.get("school", ())),
        tells=raw.get("tells", {}),
        earlier=tuple(earlier),
    )


def _school(raw: dict, moments: Moments) -> School:
    until = moments.day(raw["until"]) if raw.get("until") else None
    return School(since=moments.day(raw["from"]), until=until, days=tuple(raw["days"].split()))
