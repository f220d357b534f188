"""A figure about a home that goes up and down: how many of something for each hundred child-nights.

Each app declares its own. Counts alone mislead: a full house has more of everything than a house
of one. The page draws them and says when they are too few to say anything (residents/going).
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Model, QuerySet

from cura.core.permissions import Permission


@dataclass(frozen=True, kw_only=True)
class Rate:
    """`events(home, user)` are the rows that count, from `visible_to(user)` on and standing.

    `at` is the column with their moment. `says(row)` and `opens(row)` are the words and the
    address of one. `order`: good things first.
    """

    key: str
    title: str
    permission: Permission
    events: Callable[..., QuerySet]
    says: Callable[[Model], str]
    opens: Callable[[Model], str]
    at: str = "happened_at"
    order: int = 50


_rates: list[Rate] = []


def add(*rates: Rate) -> None:
    _rates.extend(rates)
    _rates.sort(key=lambda rate: (rate.order, rate.title))


def all_rates() -> tuple[Rate, ...]:
    return tuple(_rates)


def find(key: str) -> Rate | None:
    return next((rate for rate in _rates if rate.key == key), None)
