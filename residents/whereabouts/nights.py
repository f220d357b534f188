"""Where each child slept, night by night: here, or at a place of a known kind."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q

from cura.core.accounts.home import Home
from cura.lib import london
from residents.child.models import Stay
from residents.whereabouts.models import Outing

NIGHTS = 14
NOT_SAID = "Not said where"
HERE = "Here"


@dataclass(frozen=True)
class Night:
    """The night that begins on `day`: the midnight that ends it is what counts."""

    day: date

    @property
    def midnight(self) -> datetime:
        return london.day_bounds(self.day)[1]


def nights(now: datetime, count: int = NIGHTS) -> list[Night]:
    """The last nights that are over, the newest first."""
    today = london.local_date(now)
    return [Night(today - timedelta(days=back)) for back in range(1, count + 1)]


def table(home: Home, user, now: datetime) -> list[dict]:
    """A line a night, with each child who had her room here then. Two queries."""
    asked = nights(now)
    first, last = asked[-1].midnight, asked[0].midnight
    stays = Stay.objects.filter(home=home, starts__lte=last).filter(
        Q(ends=None) | Q(ends__gt=first)
    )
    stays = list(stays.select_related("child").order_by("child__first_name", "starts"))
    away = Outing.objects.visible_to(user).standing().filter(child__in=[s.child_id for s in stays])
    away = away.filter(happened_at__lt=last).filter(
        Q(came_back_at=None) | Q(came_back_at__gt=first)
    )
    away = list(away.order_by("happened_at"))
    return [
        {
            "day": london.day_words(night.day),
            "children": [_slept(stay, night, away) for stay in stays if _had_room(stay, night)],
        }
        for night in asked
    ]


def _had_room(stay: Stay, night: Night) -> bool:
    return stay.starts <= night.midnight and (stay.ends is None or stay.ends > night.midnight)


def _slept(stay: Stay, night: Night, away: list[Outing]) -> dict:
    out = [o for o in away if o.child_id == stay.child_id and _was_out(o, night.midnight)]
    said = {"name": stay.child.name, "where": HERE, "tone": "ok", "pk": None}
    if not out:
        return said
    outing = out[-1]
    where = outing.get_sleeps_display() or NOT_SAID
    known = outing.sleeps and outing.sleeps not in (Outing.Sleeps.OTHER, Outing.Sleeps.MISSING)
    at = outing.sleeps_at or outing.where
    return said | {
        "where": f"{where}: {at}", "tone": "calm" if known else "warn", "pk": outing.pk
    }  # fmt: skip


def _was_out(outing: Outing, at: datetime) -> bool:
    return outing.happened_at <= at and (outing.came_back_at is None or outing.came_back_at > at)
