"""What both commands do: read a story, play it, say how far it is."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from cura.lib import london
from cura.story.models import StoryRun
from cura.story.reading import read_story
from cura.story.runner import Runner

Say = Callable[[str], object]


def play(folder: Path, *, now: datetime, say: Say, until: str = "") -> int:
    """Up to now, to a moment of the story, or to its end. Returns how many entries were played;
    nothing is said when nothing is new. Raises StoryError."""
    begun = StoryRun.objects.filter(name=folder.name).first()
    anchor = begun.anchor if begun else london.local_date(now)
    story = read_story(folder, anchor=anchor)
    run = begun or StoryRun.objects.create(name=folder.name, anchor=anchor)
    until = story.moments.at(until) if until else now
    until = min(until, story.end) if story.end else until
    return Runner(story, run, tell=Progress(say)).play(until)


class Progress:
    """One line for each month of the story: “March … 2,140 of 7,300”."""

    def __init__(self, say: Say):
        self.say, self.month = say, None

    def __call__(self, day: date, done: int, whole: int) -> None:
        month = london.MONTHS[day.month - 1]
        if month != self.month or done == whole:
            self.say(f"{month} {day.year} … {done:,} of {whole:,}")
            self.month = month
