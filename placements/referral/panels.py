"""For the manager: who waits for an answer, who is to come, how many were answered with no."""

from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.lib.words import plural
from placements.referral import reading, said

SHOWN = 5


def to_answer(*, subject, user, now) -> dict | None:
    """Left out where nobody has ever asked."""
    rows = reading.to_answer(subject, user)
    coming = reading.waited_for(subject, user)
    month = said.month(reading.nos_of_month(subject, user, now))
    if not (rows or coming or month["total"]):
        return None
    return {
        "title": "Referrals",
        "icon": "inbox",
        "url": reverse("referrals-list", args=[subject.slug]),
        "waiting": f"{plural(len(rows), 'referral')} to answer".capitalize(),
        "open": [said.line(row, now) for row in rows[:SHOWN]],
        "coming": [said.coming(row, now) for row in coming[:SHOWN]],
        "month": month if month["total"] else None,
    }


PANELS = (
    Panel(
        key="referrals", place="manager", order=35, template="placements/referrals/panel.html",
        permission=P.PLACEMENT_READ, context=to_answer,
    ),
)  # fmt: skip
