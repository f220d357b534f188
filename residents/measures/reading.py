"""How a child's scores stand, and what changed, in words that claim no more than the figures do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from cura.core.ui import charts
from cura.lib import london
from cura.lib.words import plural
from residents.measures.instruments import all_instruments
from residents.measures.models import Measure, MeasureScore

MOST = 400
TREND = 3  # fewer points show a difference, and no trend


@dataclass(frozen=True)
class Point:
    at: datetime
    score: MeasureScore

    @property
    def words(self) -> str:
        said = f" ({self.score.said})" if self.score.said else ""
        return f"{self.score.figure}{said}"


@dataclass(frozen=True)
class Course:
    """One scale of one instrument by one informant: only those may be set side by side."""

    instrument: str
    scale: str
    informant: str
    points: tuple[Point, ...]

    @property
    def title(self) -> str:
        return f"{self.instrument}, {self.scale.lower()}: {self.informant.lower()}"

    @property
    def first(self) -> Point:
        return self.points[0]

    @property
    def last(self) -> Point:
        return self.points[-1]

    @property
    def finding(self) -> str:
        """From where to where. Nothing is said of why."""
        if len(self.points) == 1:
            return f"{self.last.words} on {_day(self.last)}. One score: nothing to compare yet."
        change = self.last.score.score - self.first.score.score
        size = f"{abs(change).normalize():f}"
        moved = f"{size} {'lower' if change < 0 else 'higher'}" if change else "the same"
        said = f"{self.first.words} at first, {self.last.words} on {_day(self.last)}: {moved}."
        if len(self.points) < TREND:
            return f"{said} Two scores show a difference, not a trend."
        return f"{said} {plural(len(self.points), 'score')}."

    def chart(self) -> str:
        labels = [london.day_words(london.local_date(p.at))[4:] for p in self.points]
        values = [float(p.score.score) for p in self.points]
        return charts.line(self.title, labels, {self.scale: values}, finding=self.finding)


def _day(point: Point) -> str:
    return london.day_words(london.local_date(point.at))


def of_child(child, user, until: datetime | None = None):
    """Her measures that this person may read, the oldest first."""
    rows = Measure.objects.visible_to(user).standing().filter(child=child)
    rows = rows.filter(happened_at__lte=until) if until else rows
    return rows.prefetch_related("scores").order_by("happened_at", "id")[:MOST]


def courses(measures: Iterable[Measure]) -> list[Course]:
    """By instrument, informant and scale, in the order in which each began."""
    found: dict[tuple, list[Point]] = {}
    for measure in measures:
        for score in measure.scores.all():
            key = (measure.called, score.scale, measure.get_informant_display())
            found.setdefault(key, []).append(Point(measure.happened_at, score))
    return [Course(*key, tuple(points)) for key, points in found.items()]


def headline(course: Course) -> bool:
    """The scale that an instrument names first: its total."""
    known = next((i for i in all_instruments().values() if i.short == course.instrument), None)
    return known is None or known.scales[0].title == course.scale
