"""The days of a house between the events: rules made into entries, the same for the same seed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from cura.lib import london
from cura.story.entry import Entry
from cura.story.errors import StoryError
from cura.story.household import Housemate
from cura.story.moments import Moments, When
from cura.story.rules import Rule
from cura.story.stage import Stage

ORDER = 10_000_000  # what happens in the same minute as an event of the story comes after it


@dataclass
class Routine:
    stage: Stage
    rules: list[Rule]
    seed: str

    def day(self, day: date) -> Iterator[Entry]:
        """What the rules make of one day, with what follows from it on later days."""
        for number, rule in enumerate(self.rules):
            if rule.fits(day):
                for child in self._whom(rule):
                    yield from self._said_where(rule, day, child, ORDER + number)

    def _said_where(self, rule: Rule, day: date, child: Housemate | None, order: int):
        try:
            yield from self._entries(rule, day, child, order)
        except StoryError as wrong:
            raise StoryError(f"{rule.where}, routine “{rule.key}” on {day}: {wrong}") from wrong

    def _whom(self, rule: Rule) -> list[Housemate | None]:
        children = self.stage.household.children
        if not rule.each:
            return [None]
        return [
            child for key, child in children.items() if key in rule.each or "children" in rule.each
        ]

    def _entries(self, rule: Rule, day: date, child: Housemate | None, order: int):
        key = " ".join(filter(None, (rule.key, day.isoformat(), child and child.key)))
        dice = Random(f"{self.seed} {key}")
        moments = self.stage.moments.also(day=When(day), last_month=When(_month_before(day)))
        at = moment_in(rule.at, moments, dice)
        if child and not self._there(rule, child, at, day):
            return
        if dice.randrange(100) >= rule.chance or not self._on_shift(rule, child, at):
            return
        words = Random(f"{self.seed} {key} words")
        made = _Made(self.stage, dice, words, child, moments, key, order)
        yield from made.entries(rule, at, dice.randrange(100))

    def _there(self, rule: Rule, child: Housemate, at: datetime, day: date) -> bool:
        if (child.key, day) in rule.excepted:
            return False
        here = child.lives_here(at) if rule.even_away else child.is_here(at)
        if not here or not rule.only:
            return here
        return self.stage.household.has_school(child.key, day) == (rule.only == "school")

    def _on_shift(self, rule: Rule, child: Housemate | None, at: datetime) -> bool:
        needed = child.key_worker if child and rule.needs == "key worker" else rule.needs
        lines = self.stage.rota.at(at, london.local_date(at))
        return not needed or any(line.who == needed for line in lines)


@dataclass
class _Made:
    """One rule on one day, about one child, with all that follows."""

    stage: Stage
    dice: Random
    draws: Random  # apart, so that other words never change what happens
    child: Housemate | None
    moments: Moments
    key: str
    order: int

    def entries(self, rule: Rule, at: datetime, dice: int, on: str = "") -> Iterator[Entry]:
        key = self.key + rule.key[len(rule.key.split("/")[0]) :]
        who = self.dice.choice(rule.who)
        who = self.child.key_worker if who == "key worker" else who
        moments = self.moments.also(at=When(london.local_date(at), at))
        scene = self.stage.scene(at, who, self.draws, self.child, moments)
        about = rule.about or (self.child.key if self.child and rule.kind != "step" else "")
        yield Entry(
            at=at,
            who=self.stage.who(who, at),
            kind=rule.kind,
            what=rule.what,
            key=key,
            name=key,
            about="" if about == "home" else about,
            on=on if rule.kind == "step" else "",
            data=self._data(rule, scene, moments, at),
            open=rule.open,
            perhaps=rule.perhaps,
            where=rule.where,
            order=self.order,
        )
        for then in rule.then:
            if then.dice[0] <= dice <= then.dice[1] and self.dice.randrange(100) < then.chance:
                later = moment_in(then.at, moments, self.dice, at)
                if not self.child or self.child.lives_here(later):
                    yield from self.entries(then, later, dice, key if rule.kind == "record" else on)

    def _data(self, rule: Rule, scene, moments: Moments, at: datetime) -> dict:
        data = dict(rule.data)
        if rule.pick:
            line = self.stage.words.draw(rule.pick, scene)
            data = (line if isinstance(line, dict) else _said(line)) | data
        found = {name: self._value(value, scene, moments, at) for name, value in data.items()}
        return {name: value for name, value in found.items() if value is not None}

    def _value(self, value, scene, moments: Moments, at: datetime):
        """As it will be posted: slots filled, dates counted, rows made, chances thrown."""
        if isinstance(value, list):
            rows = [row for one in value for row in self._rows(one, moments, at)]
            return [self._value(row, own or scene, moments, at) for row, own in rows]
        if isinstance(value, dict):
            found = {k: self._value(v, scene, moments, at) for k, v in value.items()}
            return {k: v for k, v in found.items() if v is not None}
        if not isinstance(value, str):
            return value
        if value.endswith("%") and value[:-1].isdigit():
            return True if self.dice.randrange(100) < int(value[:-1]) else None
        if value.startswith("="):
            return _moment(value[1:], moments, self.dice)
        return self.stage.words.say(value, scene)

    def _rows(self, row, moments: Moments, at: datetime):
        """A line as it stands, or one for each child who lives here, in the words of each."""
        if not isinstance(row, dict) or row.get("each") != "children":
            return [(row, None)]
        plain = {k: v for k, v in row.items() if k != "each"}
        return [
            (plain, self.stage.scene(at, "", self.draws, child, moments))
            for child in self.stage.household.children.values()
            if child.lives_here(at)
        ]


def _month_before(day: date) -> date:
    return (day.replace(day=1) - london.DAY).replace(day=1)


def _said(line: str) -> dict:
    """ "What happened | what the child said about it" """
    words, _, own = line.partition(" | ")
    return {"words": words} | ({"own_words": own} if own else {})


def _moment(text: str, moments: Moments, dice: Random) -> datetime | date:
    if ".." in text:
        return moment_in(text, moments, dice)
    found = moments.when(text)
    return found.moment or found.day


def moment_in(text: str, moments: Moments, dice: Random, after: datetime | None = None) -> datetime:
    """A minute of a window: "13:10..14:50", "day+7d 16:00..16:20", "+20..45" minutes after."""
    first, _, last = text.partition("..")
    if text.startswith("+"):
        if after is None:
            raise StoryError(f"“{text}” comes after something, and this is the first.")
        low = int(first[1:])
        return after + timedelta(minutes=dice.randint(low, int(last or low)))
    day = "" if " " in first else "day "
    start = moments.at(f"{day}{first}")
    if not last:
        return start
    end = moments.at(f"{(day + first).rsplit(' ', 1)[0]} {last}")
    return start + timedelta(minutes=dice.randint(0, int((end - start).total_seconds() // 60)))
