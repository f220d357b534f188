"""Each duty that Cura keeps for a home: how it stands, when it was last done, when it is next due.

One line for each key, whatever kinds of record it hangs on. Only what the reader may see counts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from string import Formatter

from django.db.models import Count, Max, Min, Q
from django.urls import reverse

from compliance.due.asked import of_home
from compliance.due.lines import by, ground
from cura.core.accounts import access
from cura.core.accounts.home import Home
from cura.core.deadlines import reading, rules
from cura.core.deadlines.duty import Duty
from cura.core.deadlines.intervals import AREAS
from cura.core.deadlines.rules import Rule
from cura.lib import london
from cura.lib.words import plural


@dataclass(frozen=True)
class Standing:
    """How one duty stands. `never`: the house should do it again and again, and has never written
    it down. `quiet`: nothing has set its clock going."""

    key: str
    title: str
    duty: Duty
    url: str
    overdue: int
    waiting: int
    never: bool
    last: str
    next: str
    overdue_since: datetime | None

    @property
    def quiet(self) -> bool:
        return not (self.overdue or self.waiting or self.never or self.last)

    @property
    def up_to_date(self) -> bool:
        return not self.overdue and not self.never

    @property
    def ground(self) -> str:
        return ground(self.duty)

    @property
    def state(self) -> tuple[str, str]:
        """Words and tone. What others owe is never the home's red."""
        if self.overdue and self.duty.owner == "theirs":
            return f"We wait for {self.overdue}", "calm"
        if self.overdue:
            return f"{self.overdue} overdue", "late"
        if self.never:
            return "Never written down here", "soon"
        return ("Nothing yet", "grey") if self.quiet else ("Up to date", "ok")


def standings(home: Home, user, now: datetime) -> list[Standing]:
    """In the order of the catalogue. One query."""
    mine_by_key = declared(home, user)
    held = {row["rule"]: row for row in _figures(of_home(home, user), home, now)}
    made = [_made(key, mine, held.get(key), home, now) for key, mine in mine_by_key.items()]
    return sorted(made, key=lambda each: (list(AREAS).index(each.duty.area), each.title))


def declared(home: Home, user) -> dict[str, list[Rule]]:
    """Rules by key, of those kinds of record that she may read at this home."""
    found: dict[str, list[Rule]] = {}
    for rule in rules.all_rules():
        if access.has(user, rule.permission, home):
            found.setdefault(rule.key, []).append(rule)
    return found


def _figures(rows, home: Home, now: datetime) -> Iterable[dict]:
    """A slot begins when a recurring duty is done; one that hangs on the home itself only counts
    from a day that the home named."""
    to_do = Q(done_at=None)
    begun = ~Q(object_id=home.pk)
    return (
        rows.order_by()
        .values("rule")
        .annotate(
            overdue=Count("pk", filter=to_do & Q(due_at__lte=now)),
            waiting=Count("pk", filter=to_do & Q(due_at__gt=now)),
            begun=Max("slot", filter=begun),
            done=Max("done_at"),
            next=Min("due_at", filter=to_do & Q(due_at__gt=now)),
            since=Min("due_at", filter=to_do & Q(due_at__lte=now)),
        )
    )


def _made(key: str, mine: Sequence[Rule], held: dict | None, home: Home, now) -> Standing:
    """Never done is said of what she can see: who is kept from the only drill reads that there was
    none, as if it had never been written."""
    never = held is None and any("home" in rule.per for rule in mine)
    held = held or dict.fromkeys(("overdue", "waiting", "begun", "done", "next", "since"))
    last = held["begun"] if any(rule.per for rule in mine) else held["done"]
    return Standing(
        key=key,
        title=title_of(mine),
        duty=mine[0].of_duty,
        url=address(home, key),
        overdue=held["overdue"] or 0,
        waiting=held["waiting"] or 0,
        never=never,
        last=london.short(last, now) if last else "",
        next=by(held["next"], now) if held["next"] else "",
        overdue_since=held["since"],
    )


def title_of(mine: Sequence[Rule]) -> str:
    """What the rule calls it, when that names nobody; else what the catalogue calls it."""
    said = {rule.title for rule in mine}
    title = said.pop() if len(said) == 1 else ""
    named = any(name for _, name, _, _ in Formatter().parse(title))
    return title if title and not named else mine[0].of_duty.title


def address(home: Home, key: str) -> str:
    return reverse("duty", args=[home.slug, key.replace("/", ".")])


def find(text: str, home: Home, user) -> tuple[str, list[Rule]] | None:
    """The key and rules of an address; None when she may not read what they hang on."""
    key = text.replace(".", "/")
    mine = declared(home, user).get(key)
    return (key, mine) if mine else None


def up_to_date(found: Iterable[Standing]) -> tuple[list[Standing], list[Standing]]:
    """The home's own duties that are up to date, and those that are not; what has never begun is
    neither."""
    ours = [each for each in found if each.duty.owner == "ours" and not each.quiet]
    return [e for e in ours if e.up_to_date], [e for e in ours if not e.up_to_date]


def finding(months: Sequence[reading.Month]) -> str:
    """The twelve months in one sentence."""
    counted = [(sum(getattr(m, name) for m in months), words) for name, words in SAID]
    parts = [f"{plural(count, 'time')} {words}" for count, words in counted if count]
    return ", ".join(parts).capitalize() + "." if parts else "Nothing was due in these months."


SAID = (
    ("met", "done in time"),
    ("late", "done late"),
    ("overdue", "overdue"),
    ("waiting", "still to do"),
)


def of_area(found: Iterable[Standing]) -> list[dict]:
    areas: dict[str, list[Standing]] = {}
    for each in found:
        areas.setdefault(each.duty.area, []).append(each)
    return [{"title": AREAS[area], "duties": duties} for area, duties in areas.items()]
