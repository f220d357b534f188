"""The register of children: each stay at the home from the door to the door (CHR 2015 reg. 37 and
Schedule 4 para. 1). Another room is no new stay."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from cura.core.accounts.home import Home
from cura.lib import london
from residents.child.models import Child, Stay

NOT_WRITTEN = "Not written down"


@dataclass
class Entry:
    """One line of the register. `before` is where she went when she left here the last time."""

    child: Child
    came: datetime
    left: datetime | None
    went_to: str
    before: str = ""

    @property
    def came_from(self) -> str:
        return self.before or self.child.came_from


def entries(home: Home, user) -> list[Entry]:
    """Newest first. Two queries: whom she may see, and where they slept."""
    children = {c.pk: c for c in Child.objects.visible_to(user).filter(stays__home=home).distinct()}
    stays = Stay.objects.filter(home=home, child__in=children).order_by("child_id", "starts")
    found = joined(stays, children)
    return sorted(found, key=lambda entry: entry.came, reverse=True)


def joined(stays: Iterable[Stay], children: dict) -> list[Entry]:
    """Stays of one child that follow each other without a gap are one line."""
    found: list[Entry] = []
    for stay in stays:
        last = found[-1] if found and found[-1].child.pk == stay.child_id else None
        if last and last.left == stay.starts:
            last.left, last.went_to = stay.ends, stay.went_to
            continue
        before = last.went_to if last else ""
        child = children[stay.child_id]
        found.append(Entry(child, stay.starts, stay.ends, stay.went_to, before))
    return found


def line(entry: Entry) -> dict:
    """As ready words, for the page and the paper."""
    child = entry.child
    return {
        "pk": child.pk,
        "name": child.full_name,
        "born": london.day_words(child.born),
        "sex": child.get_sex_display(),
        "came": london.day_words(london.local_date(entry.came)),
        "forward": child.brought_forward and not entry.before,
        "came_from": entry.came_from or NOT_WRITTEN,
        "left": london.day_words(london.local_date(entry.left)) if entry.left else "Lives here",
        "went_to": _went_to(entry),
        "authority": child.authority or NOT_WRITTEN,
        "provision": child.get_legal_status_display() or NOT_WRITTEN,
    }


def _went_to(entry: Entry) -> str:
    if not entry.left:
        return ""
    return entry.went_to or NOT_WRITTEN
