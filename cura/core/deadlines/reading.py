"""What pages and panels ask of deadlines. Each takes rows that begin with `visible_to(user)`.

Overdue is said by the clock here, not by the state: a page is right though no tick has come.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta
from django.db.models import Count, Q

from cura.core.accounts.home import Home
from cura.core.deadlines import rules
from cura.core.deadlines.deadline import Deadline, DeadlineQuerySet
from cura.core.deadlines.offsets import Hours
from cura.lib import london

MONTHS = 12


def of_home(user, home: Home, now: datetime) -> DeadlineQuerySet:
    return Deadline.objects.visible_to(user, now).standing().filter(home_id=home.pk)


def overdue(rows: DeadlineQuerySet, now: datetime) -> DeadlineQuerySet:
    """Not done and past due, the longest first."""
    return rows.open().filter(due_at__lte=now).order_by("due_at", "id")


def due_soon(rows: DeadlineQuerySet, now: datetime, within: timedelta) -> DeadlineQuerySet:
    """Not done and due within this time, the soonest first."""
    return rows.open().filter(due_at__gt=now, due_at__lte=now + within).order_by("due_at", "id")


@dataclass(frozen=True)
class Counts:
    """`up_to_date` of `total` things that wait to be done are not past due."""

    total: int
    overdue: int

    @property
    def up_to_date(self) -> int:
        return self.total - self.overdue

    @property
    def words(self) -> str:
        return f"{self.up_to_date} of {self.total} up to date"


def counts(rows: DeadlineQuerySet, now: datetime) -> Counts:
    """Take `.ours()` or `.theirs()` first: what others owe is not the home's own lateness."""
    late = Count("pk", filter=Q(due_at__lte=now))
    return Counts(**rows.open().aggregate(total=Count("pk"), overdue=late))


@dataclass
class Month:
    """What fell due in one month of one rule."""

    first: date
    met: int = 0
    late: int = 0
    overdue: int = 0
    waiting: int = 0

    @property
    def state(self) -> str:
        """The worst of the month; "none" when nothing fell due."""
        names = ("overdue", "late", "met", "waiting")
        return next((name for name in names if getattr(self, name)), "none")


def strip(rows: DeadlineQuerySet, now: datetime) -> dict[str, list[Month]]:
    """The last twelve months of each rule, this one last. One query."""
    this = london.local_date(now).replace(day=1)
    firsts = [this - relativedelta(months=n) for n in reversed(range(MONTHS))]
    start = london.day_bounds(firsts[0])[0]
    end = london.day_bounds(this + relativedelta(months=1))[0]
    found: dict[str, dict[date, Month]] = {}
    for row in slots(rows.filter(due_at__gte=start, due_at__lt=end).order_by()):
        months = found.setdefault(row["rule"], {first: Month(first) for first in firsts})
        month = months[london.local_date(row["due_at"]).replace(day=1)]
        name = state(row["due_at"], row["done_at"], now)
        setattr(month, name, getattr(month, name) + 1)
    return {rule: list(months.values()) for rule, months in found.items()}


def slots(rows: DeadlineQuerySet, *columns: str) -> Iterator[dict]:
    """What counts as one time that it was due: figures, and the pages that open them, alike."""
    asked = rows.values("label", "rule", "slot", "due_at", "done_at", *columns)
    return (row for row in asked if not _same_round(row))


def state(due: datetime, done: datetime | None, now: datetime) -> str:
    """How one time went: met, late, overdue, or waiting."""
    if done:
        return "met" if done <= due else "late"
    return "overdue" if due <= now else "waiting"


def _same_round(row: dict) -> bool:
    """Ten taps read in one round are one time that it was done, not ten."""
    rule = rules.find(row["label"], row["rule"])
    if not row["done_at"] or not rule or not rule.per or isinstance(rule.interval, Hours):
        return False
    return london.local_date(row["slot"]) == london.local_date(row["done_at"])
