"""What both commands do: read a story, play it, say how far it is."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from cura.lib import london
from cura.story.reading import read_story
from cura.story.runner import Runner, begun

Say = Callable[[str], object]


def play(folder: Path, *, now: datetime, until: datetime, say: Say) -> int:
    """Returns how many entries were played. Nothing is said when nothing is new."""
    run = begun(folder.name, anchor=london.local_date(now))
    story = read_story(folder, anchor=run.anchor)
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
