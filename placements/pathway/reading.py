"""Which room is free when, and for whom: for those who plan, and for nobody else."""

from django.db.models import Q

from cura.core.accounts.home import Bed, Home
from cura.lib import london
from placements.leaving.models import MovingOn
from placements.phase import reading as phases
from placements.referral.models import Referral
from residents.child.models import Stay

MOST = 30


def rooms(home: Home, user, now) -> list[dict]:
    """A line for each room in use: who sleeps there, until when, who is to come. Five queries."""
    beds = list(Bed.objects.filter(home=home, in_use=True)[:MOST])
    stays = Stay.objects.filter(home=home, ends=None, bed__in=beds).select_related("child")
    sleeps = {stay.bed_id: stay.child for stay in stays}
    children = list(sleeps.values())
    phase = phases.now_of(children, user, now)
    leave = _leaving(children, user)
    coming = _coming(home, user)
    return [_room(bed, sleeps.get(bed.pk), phase, leave, coming.get(bed.pk), now) for bed in beds]


def _leaving(children, user) -> dict:
    rows = MovingOn.objects.visible_to(user).standing().filter(child__in=children, ended_at=None)
    return {row.child_id: row for row in rows.order_by("happened_at", "id")}


def _coming(home: Home, user) -> dict:
    rows = Referral.objects.visible_to(user).waiting().filter(home=home).exclude(bed=None)
    return {row.bed_id: row for row in rows}


def unplaced(home: Home, user) -> list[Referral]:
    """We said yes and no room is named."""
    rows = Referral.objects.visible_to(user).waiting().filter(Q(bed=None), home=home)
    return list(rows.order_by("planned_arrival", "id")[:MOST])


def _room(bed: Bed, child, phase: dict, leave: dict, coming, now) -> dict:
    plan = leave.get(child.pk) if child else None
    held = phase.get(child.pk) if child else None
    free = plan.planned_for if plan else None
    return {
        "room": str(bed),
        "child": child,
        "phase": phases.words(held, now) if held else "",
        "plan": plan,
        "free": _free(child, free),
        "coming": coming,
        "comes": _comes(coming),
        "clash": _clash(child, free, coming),
    }


def _free(child, day) -> str:
    if child is None:
        return "Free now"
    return f"Free from {london.day_words(day)}" if day else "No day planned"


def _comes(coming) -> str:
    if coming is None:
        return ""
    if coming.planned_arrival is None:
        return f"{coming.name}, no day agreed"
    return f"{coming.name}, {london.words(coming.planned_arrival)}"


def _clash(child, free, coming) -> str:
    """Two children and one room: said before either of them is told a day."""
    if coming is None or child is None:
        return ""
    if free is None:
        return f"{child.name} has no day for moving on yet."
    if coming.planned_arrival and london.local_date(coming.planned_arrival) < free:
        return f"{coming.name} would come before {child.name} has left."
    return ""
