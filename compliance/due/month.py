"""A month of what is due: a table of weeks on a desk, an agenda on a phone."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from compliance.due.lines import Line
from cura.core.deadlines.deadline import DeadlineQuerySet
from cura.lib import london, typed

MOST = 300
IN_A_DAY = 6


def first_of(text: str, now: datetime) -> date:
    """The month of an address, 2026-11; this one when none is asked. ValueError for all else."""
    if not text:
        return london.local_date(now).replace(day=1)
    found = typed.day(f"{text}-01")
    if found is None:
        raise ValueError("No month that a home could mean.")
    return found


def after(first: date, months: int = 1) -> date:
    return first + relativedelta(months=months)


def rows_of(rows: DeadlineQuerySet, first: date) -> list:
    """What falls due in the month, done or not."""
    start, end = london.day_bounds(first)[0], london.day_bounds(after(first))[0]
    return list(rows.filter(due_at__gte=start, due_at__lt=end).order_by("due_at", "id")[:MOST])


def title(first: date) -> str:
    return f"{NAMES[first.month - 1]} {first.year}"


def weeks(first: date, lines: Sequence[Line], today: date) -> list[list[dict]]:
    """Monday first. A day outside the month is empty."""
    by_day: dict[date, list[Line]] = defaultdict(list)
    for line in lines:
        by_day[line.day].append(line)
    monday = first - timedelta(days=first.weekday())
    found = []
    while monday < after(first):
        days = [monday + timedelta(days=n) for n in range(7)]
        found.append([_day(day, first, by_day[day], today) for day in days])
        monday += timedelta(days=7)
    return found


def _day(day: date, first: date, lines: list[Line], today: date) -> dict:
    return {
        "inside": day.month == first.month,
        "number": day.day,
        "words": london.day_words(day),
        "today": day == today,
        "lines": lines[:IN_A_DAY],
        "more": max(len(lines) - IN_A_DAY, 0),
    }


NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
