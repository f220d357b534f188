"""What is known at each moment of a story: who is who, who works, who lives in the house."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from random import Random

from cura.lib import london
from cura.story.entry import Entry
from cura.story.household import Household, Housemate
from cura.story.moments import Moments
from cura.story.rota import Rota
from cura.story.words import Scene, Words

WITH_CHILDREN = ("lead", "worker", "night")  # the kinds of place that words call "{adult}"


@dataclass(frozen=True)
class Stage:
    moments: Moments
    household: Household
    rota: Rota
    words: Words
    first_names: dict[str, str]  # of everybody who has a name in the story

    def who(self, place: str, at: datetime) -> str:
        """A person by name, or whoever stands in that place of the rota."""
        return self.rota.who(place, at, london.local_date(at)) or place

    def spoken(self, entry: Entry, seed: str) -> Entry:
        """An event as it is played: who that was by the rota, and names in place of slots."""
        child = self.household.children.get(entry.about)
        dice = Random(f"{seed} {entry.key}")
        scene = self.scene(entry.at, entry.who, dice, child, self.moments)
        data = {name: self._said(value, scene) for name, value in entry.data.items()}
        return replace(entry, who=self.who(entry.who, entry.at), data=data)

    def _said(self, value, scene: Scene):
        if isinstance(value, list):
            return [self._said(one, scene) for one in value]
        if isinstance(value, dict):
            return {name: self._said(one, scene) for name, one in value.items()}
        return self.words.say(value, scene) if isinstance(value, str) and "{" in value else value

    def scene(
        self, at: datetime, who: str, dice: Random, child: Housemate | None, moments: Moments
    ) -> Scene:
        writer = self.who(who, at)
        living = {k: c for k, c in self.household.children.items() if c.lives_here(at)}
        names = self.first_names | {key: c.called for key, c in self.household.children.items()}
        names |= self._on_shift(at, writer, dice) | {"me": self._name(writer), "me key": writer}
        names |= {"day": london.day_words(london.local_date(at))}
        if child:
            names |= {"child": child.key, "name": child.called} | child.slots(at)
            names |= {"key_worker": self._name(child.key_worker)}
            others = [c.called for key, c in living.items() if key != child.key]
            names |= {"other": dice.choice(others)} if others else {}
        lists = (child.key, "house") if child else ("house",)
        absent = frozenset(self.household.children.keys() - living.keys())
        return Scene(
            dice, moments, names, lists, absent, london.local_date(at),
            partial(self._in_place, at),
        )  # fmt: skip

    def _on_shift(self, at: datetime, writer: str, dice: Random) -> dict[str, str]:
        """One of those with the children at this moment who is not the writer."""
        lines = self.rota.at(at, london.local_date(at))
        here = sorted({line.who for line in lines if line.place.kind in WITH_CHILDREN})
        others = [who for who in here if who != writer] or [self.who("lead", at)]
        adult = dice.choice(others)
        return {"adult": self._name(adult), "adult key": adult}

    def _in_place(self, at: datetime, slot: str) -> str:
        """ "lead", "night-1": whoever stood there; no name when there is no such place. "lead key"
        is what the story calls that person: `"@{lead key}"`."""
        place = slot.removesuffix(" key")
        if place.partition("-")[0] not in self.rota.keys:
            return ""
        who = self.rota.who(place, at, london.local_date(at))
        return who if place != slot else self._name(who)

    def _name(self, key: str) -> str:
        return self.first_names.get(key, key)
