"""The rota as somebody writes it down: on one day of each week, so many days ahead."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cura.lib.london import DAY
from cura.story.entry import Entry
from cura.story.moments import Moments
from cura.story.rota import Line, Rota

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class RotaWriter:
    """`who` writes at `at` ("Mon 14:00") the week that begins `ahead` days later."""

    who: str
    at: str
    ahead: int
    opening: str  # when the first weeks were written, before the story begins
    record: str = "shifts"

    def entries(self, rota: Rota, moments: Moments, first: date, until: datetime):
        """Each line of the rota that was written by `until`, from the day before the first."""
        opening = moments.at(self.opening)
        last = until.date() + timedelta(days=self.ahead) + WEEK
        for number in range((last - first).days + 2):
            day = first - DAY + number * DAY
            weekday, clock = self.at.split()
            written = moments.at(f"{day - timedelta(days=self.ahead)}~{weekday} {clock}")
            if (at := max(written, opening)) <= until:
                yield from self._lines(rota.lines(day), day, at)

    def _lines(self, lines: list[Line], day: date, at: datetime) -> Iterator[Entry]:
        for number, line in enumerate(lines):
            sleep = zip(("sleep_from", "sleep_until"), line.sleep or (), strict=False)
            yield Entry(
                at=at,
                who=self.who,
                kind="record",
                what=self.record,
                key=f"shift {day} {line.place.key}",
                data={
                    "person": f"@{line.who}",
                    "kind": line.place.kind,
                    "happened_at": line.starts,
                    "until": line.ends,
                    **dict(sleep),
                },
                where="rota",
                order=number,
            )
