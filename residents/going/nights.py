"""Child-nights: what every rate is divided by, so that a full house is not blamed for that."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Min, Q

from cura.core.accounts.home import Home
from cura.lib import london
from residents.child.models import Stay
from residents.daily.models import DailyNote

WEEKS = 4
PERIODS = 13  # a year
LENGTH = timedelta(weeks=WEEKS)


@dataclass(frozen=True)
class Period:
    """Four weeks: `end` is the first day after them."""

    first: date
    end: date

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        return london.day_bounds(self.first)[0], london.day_bounds(self.end)[0]

    @property
    def label(self) -> str:
        return f"{self.first.day} {london.MONTHS[self.first.month - 1]}"


def periods(now: datetime) -> list[Period]:
    """The last year in equal pieces with the same days of the week in each, until last midnight: a
    month that has just begun would leap up and down."""
    today = london.local_date(now)
    ends = [today - n * LENGTH for n in reversed(range(PERIODS))]
    return [Period(end - LENGTH, end) for end in ends]


def child_nights(home: Home, asked: Sequence[Period]) -> list[int]:
    """How many nights children slept here in each period: the midnights within their stays, from
    the first day on which anything was written. What came before is not nothing but unknown. Two
    queries."""
    begun = _begun(home)
    start, end = asked[0].bounds[0], asked[-1].bounds[1]
    rows = Stay.objects.filter(home=home, starts__lt=end)
    rows = rows.filter(Q(ends=None) | Q(ends__gt=start)).order_by()
    stays = [(_day(begins), _day(ends)) for begins, ends in rows.values_list("starts", "ends")]
    stays = [(max(first, begun), last) for first, last in stays]
    return [sum(_nights(stay, period) for stay in stays) for period in asked]


def _begun(home: Home) -> date:
    """The day of the first daily note: people write of each day from the day they begin."""
    return _day(DailyNote.objects.filter(home=home).aggregate(first=Min("happened_at"))["first"])


def _day(moment: datetime | None) -> date:
    return london.local_date(moment) if moment else date.max


def _nights(stay: tuple[date, date], period: Period) -> int:
    """The night of a day is the midnight that ends it."""
    begins, ends = max(stay[0], period.first), min(stay[1], period.end)
    return max((ends - begins).days, 0)
