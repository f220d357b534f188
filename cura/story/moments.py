"""When things happen in a story, in the story's own words.

    D-16~Fri 21:40      the last Friday on or before sixteen days before today, at 21:40
    A7+26h              26 hours after the moment A7, exactly
    A44+3d 10:00        three days after A44, at ten; without a time, at the time of day of A44
    A44+3d day          the day only, as a date box asks it
    2019-06-08 22:50    a day of the calendar, for stories that do not move with today

What depends on another moment is written from that moment, so that snapping to a weekday cannot
turn the order round. Days, weeks, months and years count on the calendar of London; hours and
minutes are exact, over a change of the clocks too.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta

from cura.lib import london
from cura.story.errors import StoryError

BASE = re.compile(r"\d{4}-\d{2}-\d{2}|[A-Za-z_][A-Za-z_0-9]*")
MOVE = re.compile(r"([+-])(\d+)(min|mo|h|d|w|y)?|~(Mon|Tue|Wed|Thu|Fri|Sat|Sun)")
CLOCK = re.compile(r"\s+(\d{1,2}):(\d{2})")
CALENDAR = {"d": "days", "w": "weeks", "mo": "months", "y": "years"}
EXACT = {"h": "hours", "min": "minutes"}


@dataclass(frozen=True)
class When:
    """A day, and the moment on it when a time of day is known."""

    day: date
    moment: datetime | None = None

    def on(self, day: date) -> "When":
        """The same time of day on another day."""
        if self.moment is None:
            return When(day)
        return moment_on(day, london.local(self.moment).time())


def moment_on(day: date, clock: time) -> When:
    """In the hour that comes twice the first is meant; for the hour that never comes, what the
    clock shows in its place."""
    local = datetime.combine(day, clock.replace(tzinfo=None, fold=0))
    try:
        return When(day, london.to_utc(local))
    except london.NoSuchLocalTime as gap:
        return When(day, london.to_utc(gap.after))


class Moments:
    """Today as the story knows it (`anchor`, its D0) and the moments that it names."""

    def __init__(self, anchor: date, named: dict[str, str] | None = None):
        self.anchor = anchor
        self.named = dict(named or {})
        self._found: dict[str, When] = {}
        self._asking: list[str] = []

    def at(self, text: str) -> datetime:
        """A moment. Raises StoryError when only a day is said."""
        found = self.when(text)
        if found.moment is None:
            raise StoryError(f"“{text}” says a day and no time of day.")
        return found.moment

    def day(self, text: str) -> date:
        return self.when(text).day

    def when(self, text: str) -> When:
        text = text.strip()
        base = BASE.match(text)
        if not base:
            raise StoryError(f"“{text}” is no moment: it begins with D, a named moment or a date.")
        found, place = self._base(base[0]), base.end()
        while step := MOVE.match(text, place) or CLOCK.match(text, place):
            found = (_moved if step.re is MOVE else _at_clock)(found, step, text)
            place = step.end()
        if text[place:] == " day":
            return When(found.day)
        if place != len(text):
            raise StoryError(f"“{text}” is no moment: “{text[place:]}” cannot be read.")
        return found

    def also(self, **named: When) -> "Moments":
        """The same with more names: the day of a routine."""
        more = Moments(self.anchor, self.named)
        more._found = self._found | named
        return more

    def _base(self, name: str) -> When:
        if name in ("D", "D0"):
            return When(self.anchor)
        if name in self._found:
            return self._found[name]
        if name[0].isdigit():
            return When(_date(name))
        if name not in self.named:
            raise StoryError(f"The story names no moment “{name}”.")
        if name in self._asking:
            raise StoryError(f"The moment “{name}” depends on itself.")
        self._asking.append(name)
        try:
            self._found[name] = self.when(self.named[name])
        finally:
            self._asking.pop()
        return self._found[name]


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise StoryError(f"There is no day {text}.")


def _moved(found: When, move: re.Match, text: str) -> When:
    sign, number, unit, weekday = move.groups()
    if weekday:
        back = (found.day.weekday() - london.DAYS.index(weekday)) % 7
        return found.on(found.day - timedelta(days=back))
    count = int(number) if sign == "+" else -int(number)
    if unit in EXACT:
        if found.moment is None:
            raise StoryError(f"“{text}”: hours can be counted only from a time of day.")
        moment = found.moment + timedelta(**{EXACT[unit]: count})
        return replace(found, day=london.local_date(moment), moment=moment)
    return found.on(found.day + relativedelta(**{CALENDAR[unit or "d"]: count}))


def _at_clock(found: When, clock: re.Match, text: str) -> When:
    try:
        return moment_on(found.day, time(int(clock[1]), int(clock[2])))
    except ValueError:
        raise StoryError(f"“{text}”: there is no such time of day.")
