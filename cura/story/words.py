"""The words of a story: lists of sentences with slots, drawn so that none comes back soon.

A slot stands in braces: `{lead}` is a first name, `{fruit}` a draw from the list of that name (the
child's own list before the house's), `{day D+12}` a day in words, `{count 41200 23}` what a clock
of miles shows. A sentence that names a child is
drawn only while that child lives in the house.
"""

import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random

from cura.lib import london
from cura.story.errors import StoryError
from cura.story.moments import Moments

SLOT = re.compile(r"\{([^{}]+)\}")
START = re.compile(r"(?:^|(?<=[.!?] )|(?<=[.!?][”\"] )|(?<=\n))([a-z])")
DEEPEST = 6
SAME_ALL_DAY = "same_all_day"  # names the lists of which a house has one line each day


@dataclass
class Scene:
    """What a sentence may speak of: names by slot, whose lists come first, the story's moments."""

    dice: Random
    moments: Moments
    names: dict[str, str]
    lists: tuple[str, ...] = ("house",)
    absent: frozenset[str] = frozenset()  # children who do not live here at this moment
    day: date | None = None
    in_place: Callable[[str], str] = lambda slot: ""  # who stands in a place of the rota


@dataclass
class Words:
    """All lists, by whose they are and their name. Remembers what was drawn lately."""

    lists: dict[str, dict[str, list]]
    _lately: dict[tuple[str, str], deque] = field(default_factory=dict)
    _days: dict[tuple[str, date | None], str] = field(default_factory=dict)

    def draw(self, name: str, scene: Scene):
        """A line of the list: words, or a table of several."""
        whose = next((w for w in scene.lists if name in self.lists.get(w, {})), None)
        if whose is None:
            raise StoryError(f"No list of words is called “{name}” ({', '.join(scene.lists)}).")
        lines = self.lists[whose][name]
        lately = self._lately.setdefault((whose, name), deque(maxlen=len(lines) * 2 // 3))
        fit = [n for n, line in enumerate(lines) if not scene.absent & set(_slots(line))]
        if not fit:
            raise StoryError(f"No line of “{whose}.{name}” fits those who live in the house.")
        fresh = [n for n in fit if n not in lately] or fit
        chosen = scene.dice.choice(fresh)
        lately.append(chosen)
        return lines[chosen]

    def say(self, text: str, scene: Scene, depth: int = 0) -> str:
        if depth > DEEPEST:
            raise StoryError(f"The words go round in a circle: “{text}”")
        said = SLOT.sub(lambda slot: self._fill(slot[1], scene, depth), text)
        if depth or " " not in said:  # one word is a choice of a form, no sentence
            return said
        return START.sub(lambda first: first[1].upper(), said)

    def _fill(self, slot: str, scene: Scene, depth: int) -> str:
        if slot in scene.names:
            return scene.names[slot]
        if stands := scene.in_place(slot):
            return stands
        if slot.startswith("day "):
            return london.day_words(scene.moments.day(slot[4:]))
        if slot.startswith("clock "):
            return london.clock(scene.moments.at(slot[6:]))
        if slot.startswith("count "):
            return _counted(slot, scene)
        return self.say(str(self._today(slot, scene)), scene, depth + 1)

    def _today(self, slot: str, scene: Scene):
        """A draw; of what is the same for all on one day (dinner, the weather), that day's."""
        if slot not in self.lists.get("house", {}).get(SAME_ALL_DAY, ()):
            return self.draw(slot, scene)
        if (slot, scene.day) not in self._days:
            self._days[slot, scene.day] = self.draw(slot, scene)
        return self._days[slot, scene.day]


def _counted(slot: str, scene: Scene) -> str:
    """ "count 41200 23": 41200 today, 23 more each day, so many fewer each day before."""
    _, now, each_day = slot.split()
    days = (scene.moments.day("day") - scene.moments.anchor).days
    return str(int(now) + int(each_day) * days)


def _slots(line) -> Iterator[str]:
    texts = [str(v) for v in line.values()] if isinstance(line, dict) else [str(line)]
    return (slot for text in texts for slot in SLOT.findall(text))
