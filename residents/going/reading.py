"""The figures of a home: each declared rate over the last year, for one reader."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Count, Q

from cura.core.accounts import access
from cura.core.accounts.home import Home
from cura.core.panels import rates
from cura.core.panels.rates import Rate
from cura.core.ui import charts
from cura.core.ui.chart_frame import Series
from residents.going.course import Course, course
from residents.going.nights import Period, child_nights, periods

UNIT = "for each 100 nights that a child slept here"


def shown(home: Home, user) -> list[Rate]:
    return [rate for rate in rates.all_rates() if access.has(user, rate.permission, home)]


def of_home(home: Home, user, now: datetime) -> list[tuple[Rate, Course]]:
    """One query for the nights, one for each rate."""
    asked = periods(now)
    nights = child_nights(home, asked)
    return [(rate, course(counts(rate, home, user, asked), nights)) for rate in shown(home, user)]


def counts(rate: Rate, home: Home, user, asked: Sequence[Period]) -> list[int]:
    start, end = asked[0].bounds[0], asked[-1].bounds[1]
    rows = events(rate, home, user, start, end).order_by()
    counted = {
        f"n{n}": Count("pk", filter=_within(rate, *period.bounds)) for n, period in enumerate(asked)
    }
    return list(rows.aggregate(**counted).values())


def events(rate: Rate, home: Home, user, start: datetime, end: datetime):
    return rate.events(home, user).filter(_within(rate, start, end))


def _within(rate: Rate, start: datetime, end: datetime) -> Q:
    return Q(**{f"{rate.at}__gte": start, f"{rate.at}__lt": end})


def chart(rate: Rate, found: Course, asked: Sequence[Period]):
    """A run chart: the points, and their median as a line."""
    if found.too_few:
        return None
    series: Series = {
        rate.title: found.rates,
        "The middle of them (median)": [found.median] * len(asked),
    }
    return charts.line(rate.title, [p.label for p in asked], series, finding=found.says)
