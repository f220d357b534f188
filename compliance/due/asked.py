"""Which deadlines a page shows: of this home, of what she may see, narrowed by area and by whom.

Chips are plain links, so that they work without JavaScript.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from cura.core.accounts.home import Home
from cura.core.deadlines import rules
from cura.core.deadlines.deadline import Deadline, DeadlineQuerySet
from cura.core.deadlines.intervals import AREAS
from cura.lib import typed
from residents.child.models import Child

HOUSE = "house"
STAFF = "staff"
MOST_CHILDREN = 24


@dataclass(frozen=True)
class Asked:
    """What the address asks for. What nobody offered counts as nothing asked."""

    area: str = ""
    about: str = ""  # "house", or the id of a child

    @classmethod
    def read(cls, given) -> "Asked":
        area, about = given.get("area", ""), given.get("about", "")
        whom = about if about == HOUSE or typed.key(about) else ""
        return cls(area if area in AREAS else "", whom)

    @property
    def query(self) -> str:
        words = urlencode({k: v for k, v in vars(self).items() if v})
        return f"?{words}" if words else "?"

    def rows(self, home: Home, user) -> DeadlineQuerySet:
        rows = of_home(home, user)
        if self.area:
            rows = rows.filter(rule__in=keys(self.area))
        if self.about == HOUSE:
            rows = rows.filter(child_id=None).exclude(rule__in=keys(STAFF))
        elif self.about:
            rows = rows.filter(child_id=self.about)
        return rows


def of_home(home: Home, user) -> DeadlineQuerySet:
    """What she may see now (as the request knows her rights) of what is declared today: a rule that
    was taken back is dropped in the night."""
    rows = Deadline.objects.visible_to(user).standing()
    return rows.filter(home_id=home.pk, rule__in=keys())


def keys(area: str = "") -> set[str]:
    return {r.key for r in rules.all_rules() if not area or r.of_duty.area == area}


def areas_in_use() -> list[str]:
    """Those of which Cura keeps anything, in the order of the catalogue."""
    used = {rule.of_duty.area for rule in rules.all_rules()}
    return [area for area in AREAS if area in used]


def chips(asked: Asked, children: Iterable[Child]) -> dict:
    """Two rows of links: by area, when there are several, and by whom it is about."""
    used = areas_in_use()
    areas = [("", "Everything"), *((area, AREAS[area]) for area in used)] if used[1:] else []
    people = [("", "Everybody"), (HOUSE, "The house"), *((str(c.pk), c.name) for c in children)]
    return {
        "areas": [_chip(asked, title, area=area) for area, title in areas],
        "people": [_chip(asked, title, about=about) for about, title in people],
    }


def living_here(home: Home, user) -> list[Child]:
    return list(Child.objects.visible_to(user).living_in(home)[:MOST_CHILDREN])


def _chip(asked: Asked, title: str, **change) -> dict:
    new = replace(asked, **change)
    return {"title": title, "url": new.query, "current": new == asked}
