"""Alerts that a worker of the home has still to read: on a child's page and on her own Today."""

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.lib import london
from residents.alerts.reading import chip, standing
from residents.seen.reading import unread

MOST = 12


def _cards(rows, user, now, with_name: bool) -> dict | None:
    today = london.local_date(now)
    new = unread(rows, user)[:MOST]
    if not new:
        return None
    return {
        "title": "New for you: please read",
        "icon": "exclamation-triangle-fill",
        "alerts": [
            chip(alert, today)
            | {"pk": alert.pk, "why": alert.why, "name": alert.child.name if with_name else ""}
            for alert in new
        ],
    }


def on_child(*, subject, user, now):
    return _cards(standing(user).filter(child=subject).select_related("child"), user, now, False)


def on_today(*, subject, user, now):
    rows = standing(user).filter(child__home=subject, child__left_at=None).select_related("child")
    return _cards(rows, user, now, True)


TEMPLATE = "residents/alerts/unread.html"
PANELS = (
    Panel(
        key="alerts-unread", place="child", order=5, template=TEMPLATE, permission=P.DAILY_WRITE,
        context=on_child, wide=True,
    ),
    Panel(
        key="alerts-today", place="today", order=8, template=TEMPLATE, permission=P.DAILY_WRITE,
        context=on_today,
    ),
)  # fmt: skip
