"""A deadline in words: what, about whom, by when, on what ground, and where it leads."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.urls import reverse

from cura.core.accounts.home import Home
from cura.core.deadlines import reading, rules
from cura.core.deadlines.deadline import Deadline
from cura.core.deadlines.duty import Duty
from cura.core.records import registry
from cura.lib import london
from residents.child.models import Child

HOUSE = "The house"
STAFF = "staff"  # the area of what is about a person who works here
SOMEBODY = "A child"  # whose name this reader does not know
STATES = {
    "met": ("Done in time", "ok"),
    "late": ("Done late", "soon"),
    "overdue": ("Overdue", "late"),
    "waiting": ("To do", "grey"),
}


@dataclass(frozen=True)
class Line:
    """Ready text. `tone` is that of a status: red only for the home's own lateness."""

    what: str
    whom: str
    when: str
    ground: str
    check: bool
    url: str
    state: str
    tone: str
    day: date
    planned: str = ""

    @property
    def aside(self) -> str:
        """Whom it is about, unless its own words say so."""
        return "" if self.whom in self.what else self.whom


def lines(rows: Iterable[Deadline], user, now: datetime) -> list[Line]:
    """One query more, for the names."""
    rows = list(rows)
    names = names_of(rows, user)
    return [_line(row, names, now) for row in rows]


def names_of(rows: Iterable[Deadline], user) -> dict:
    ids = {row.child_id for row in rows} - {None}
    if not ids:
        return {}
    return {child.pk: child.name for child in Child.objects.visible_to(user).filter(pk__in=ids)}


def _line(row: Deadline, names: dict, now: datetime) -> Line:
    duty = row.duty
    state, tone = _state(row, now)
    return Line(
        what=row.title,
        whom=_whom(row, names),
        when=when(row.due_at, row.done_at, now),
        ground=ground(duty),
        check=duty.to_be_checked,
        url=address(row),
        state=state,
        tone=tone,
        day=london.local_date(row.due_at),
        planned=f"planned for {london.short(row.planned_at, now)}" if _is_planned(row) else "",
    )


def _whom(row: Deadline, names: dict) -> str:
    """A title names the worker whom it is about by itself."""
    if row.child_id:
        return names.get(row.child_id, SOMEBODY)
    if row.duty.area == STAFF:
        return ""
    kind = registry.find(row.label)
    return HOUSE if kind is None or kind.scope == registry.HOME.name else ""


def _is_planned(row: Deadline) -> bool:
    return bool(row.planned_at) and not row.done_at


def _state(row: Deadline, now: datetime) -> tuple[str, str]:
    """What others owe is never the home's red."""
    name = reading.state(row.due_at, row.done_at, now)
    if row.owner == "theirs" and name == "overdue":
        return "We wait", "calm"
    if name == "waiting" and london.local_date(row.due_at) == london.local_date(now):
        return "Today", "soon"
    return STATES[name]


def ground(duty: Duty) -> str:
    """Law: CHR 2015 reg. 35(3)(c)"""
    return f"{duty.basis_words}: {duty.cite}"


def address(row: Deadline) -> str:
    """The record; for what was never done, the list in which the first one will stand."""
    if row.object_id != row.home_id:
        return reverse("go", args=[row.label, row.object_id])
    kinds = (registry.find(r.label) for r in rules.all_rules() if r.per and r.key == row.rule)
    if kind := next(filter(None, kinds), None):
        return reverse(kind.url("new"), args=[row.home_id])
    return reverse("go", args=[Home._meta.label_lower, row.home_id])


def when(due: datetime, done: datetime | None, now: datetime) -> str:
    if done:
        return f"{done_words(done, now)}, due {by(due, now)}"
    if due <= now:
        return f"was due {by(due, now)}, {london.ago(due, now)}"
    return by(due, now)


def done_words(done: datetime, now: datetime) -> str:
    return f"done {london.short(done, now)}"


def by(due: datetime, now: datetime) -> str:
    """A day that ends is said as a day, a moment as a moment: "by the end of Fri 27 Nov"."""
    here, today = london.local(due), london.local_date(now)
    if here.time() == time.max:
        return f"by the end of {day_said(here.date(), today)}"
    near = abs(here.date() - today) <= london.DAY
    return f"by {here:%H:%M}{' ' if near else ', '}{day_said(here.date(), today)}"


def day_said(day: date, today: date) -> str:
    near = {today: "today", today + london.DAY: "tomorrow", today - london.DAY: "yesterday"}
    if day in near:
        return near[day]
    words = london.day_words(day)
    return words if day.year != today.year else words.removesuffix(f" {day.year}")
