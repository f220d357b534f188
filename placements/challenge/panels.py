from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.lib.words import plural
from placements.challenge import reading
from placements.challenge.models import Challenge

MOST = 8


def _lines(rows, now) -> list[dict]:
    return [
        reading.line(row, now) | {"url": reverse("challenges-detail", args=[row.pk])}
        for row in rows.select_related("child", "followed_by")[:MOST]
    ]


def on_child(*, subject, user, now):
    lines = _lines(reading.waiting(user).filter(child=subject), now)
    if not lines:
        return None
    url = reverse("challenges-list", args=[subject.pk])
    return {"title": "What we press for", "icon": "megaphone", "url": url, "lines": lines}


def on_manager(*, subject, user, now):
    """What waits, whoever of the children it is for; how many were sent in all."""
    rows = reading.waiting(user).filter(home=subject)
    sent = Challenge.objects.visible_to(user).standing().filter(home=subject)
    sent = sent.exclude(signed_at=None).count()
    if not sent:
        return None
    wait = rows.count()
    return {
        "title": "What we press for",
        "icon": "megaphone",
        "counted": f"{plural(sent, 'letter', 'letters')} so far, {wait or 'none'} waiting.",
        "lines": _lines(rows, now),
        "named": True,
    }


PANELS = (
    Panel(
        key="challenges", place="child", order=60, template="placements/challenge/panel.html",
        permission=P.REPORT_READ, context=on_child,
    ),
    Panel(
        key="challenges", place="manager", order=45, template="placements/challenge/panel.html",
        permission=P.REPORT_READ, context=on_manager,
    ),
)  # fmt: skip
