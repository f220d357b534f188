"""Who is in and who is out, asked in one query for a house."""

from datetime import datetime

from cura.core.accounts.home import Home
from cura.lib import london
from residents.child.models import Child
from residents.whereabouts.models import Outing

USUAL = ("School", "Shop", "A walk", "With friends", "Family")
PLACES = 6
LOOKED_AT = 40


def out_now(home: Home, user) -> dict:
    """Child to the outing she is on, the newest when somebody wrote two."""
    rows = Outing.objects.visible_to(user).standing().filter(child__home=home, back_at=None)
    rows = rows.filter(child__left_at=None).select_related("with_staff", "child")
    return {row.child_id: row for row in rows.order_by("happened_at")[:LOOKED_AT]}


def line(outing: Outing, now: datetime) -> dict:
    """What the house says of somebody who is out."""
    words = [outing.where, outing.with_whom]
    late = bool(outing.expected_back and outing.expected_back < now)
    return {
        "words": " · ".join(w for w in words if w),
        "since": f"Since {london.short(outing.happened_at, now)}",
        "back": _back(outing, now, late),
        "late": late,
    }


def _back(outing: Outing, now: datetime, late: bool) -> str:
    if not outing.expected_back:
        return ""
    if late:
        return f"Was expected {london.short(outing.expected_back, now)}"
    return f"back by {london.short(outing.expected_back, now)}"


def places(child: Child, user) -> list[str]:
    """Where she has been going, the last first, then where children go."""
    rows = Outing.objects.visible_to(user).standing().filter(child=child)
    known = rows.order_by("-happened_at").values_list("where", flat=True)[:LOOKED_AT]
    return list(dict.fromkeys([*known, *USUAL]))[:PLACES]
