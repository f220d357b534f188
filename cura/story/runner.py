"""Plays a story up to a moment, in order, day by day; and on from there when asked again.

Each day of the story is one transaction: what it made, and that it was played, are kept together
or not at all. Such a transaction may write to the chain of a home and to that of the organisation,
so nobody else writes while a story is played (the demonstration is loaded before the site starts).
The clock runs between the entries: what is due is told at its own moment.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby

from django.db import transaction

from cura.core.accounts import access
from cura.core.search import index
from cura.lib import london
from cura.story.clock import Clock
from cura.story.entry import Entry
from cura.story.models import Played, StoryRun
from cura.story.playing import Player
from cura.story.reading import Story

# How far back a day of the routine may reach forward: a diary entry written for next month.
LOOK_BACK = timedelta(days=35)
Tell = Callable[[date, int, int], None]  # the day that was played, entries so far, of how many


@dataclass
class Runner:
    story: Story
    run: StoryRun
    tell: Tell = lambda day, done, whole: None
    _keys: set[str] = field(default_factory=set)

    def play(self, until: datetime) -> int:
        """Everything up to and with this moment that was not played yet. Returns how much."""
        rows = self.run.played.values_list("key", "name", "label", "object_id")
        self._keys = {key for key, *_ in rows}
        made = {name: (label, pk) for _, name, label, pk in rows if name and label}
        player = Player(self.story.name, self.story.moments, self.story.home, made)
        entries = [e for e in self._entries(until) if e.key not in self._keys]
        clock, done = Clock(self.run.until or london.day_bounds(self.story.first)[0]), 0
        with access.remembering():  # each verb that changes rights makes it ask again
            for day, group in groupby(entries, key=lambda e: london.local_date(e.at)):
                done += self._day(player, clock, list(group))
                self.tell(day, done, len(entries))
            self._end(clock, until)
        if done:
            index.pending()
        return done

    @transaction.atomic
    def _day(self, player: Player, clock: Clock, entries: list[Entry]) -> int:
        rows = [self._one(player, clock, entry) for entry in entries]
        Played.objects.bulk_create(rows)
        self._kept(clock)
        return len(entries)

    @transaction.atomic
    def _end(self, clock: Clock, until: datetime) -> None:
        clock.upto(until)
        self._kept(clock)

    def _kept(self, clock: Clock) -> None:
        StoryRun.objects.filter(pk=self.run.pk).update(until=clock.moment)

    def _one(self, player: Player, clock: Clock, entry: Entry) -> Played:
        clock.before(entry.at)
        made = player.play(entry)
        label, pk = (made._meta.label_lower, str(made.pk)) if made is not None else ("", "")
        return Played(run=self.run, key=entry.key, name=entry.name, label=label, object_id=pk)

    def _entries(self, until: datetime) -> list[Entry]:
        events = (e for e in self.story.entries if e.at <= until and e.key not in self._keys)
        found = [self.story.routine.stage.spoken(e, self.story.name) for e in events]
        found += [e for e in self._routine(until) if e.at <= until]
        if shifts := self.story.shifts:
            stage = self.story.routine.stage
            found += shifts.entries(stage.rota, stage.moments, self.story.first, until)
        return sorted(found, key=lambda e: (e.at, e.order))

    def _routine(self, until: datetime) -> Iterator[Entry]:
        first, last = self.story.first, london.local_date(until)
        if self.run.until:
            first = max(first, london.local_date(self.run.until) - LOOK_BACK)
        for number in range((last - first).days + 1):
            yield from self.story.routine.day(first + timedelta(days=number))
