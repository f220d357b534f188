"""What the house page and the menu show of checks and defects."""

from django.urls import reverse

from compliance.checks.kinds import KINDS
from compliance.defects.models import Defect
from cura.core.panels.navigation import Entry
from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.core.records.present import detail_url
from cura.core.records.registry import of
from cura.lib import london

SHOWN = 6


def open_defects(*, subject, user, now) -> dict | None:
    """Dangerous ones first, then the oldest. Left out when nothing is broken."""
    rows = Defect.objects.visible_to(user).standing().filter(home=subject, mended_at=None)
    found = list(rows.order_by("-danger", "happened_at")[: SHOWN + 1])
    if not found:
        return None
    return {
        "title": "Broken in the house",
        "icon": "tools",
        "url": reverse("defects-list", args=[subject.slug]),
        "items": [_item(row, now) for row in found[:SHOWN]],
    }


def _item(row: Defect, now) -> dict:
    age = london.how_long(row.happened_at, now)
    unsafe = row.danger and not row.safe_at
    return {
        "url": detail_url(of(row), row),
        "words": f"{row.what}, {row.where}",
        "status": "Make it safe now" if unsafe else f"{age} old",
        "tone": "late" if unsafe else "grey",
    }


PANELS = (
    Panel(
        key="defects", place="house", order=80, template="compliance/defects/panel.html",
        permission=P.PREMISES_READ, context=open_defects,
    ),
)  # fmt: skip


def _list(slug: str):
    return lambda home: reverse(f"{slug}-list", args=[home.slug])


MENU = (
    Entry(
        title="Defects", icon="tools", url=_list("defects"), permission=P.PREMISES_READ,
        section="The house", order=60,
    ),
    Entry(
        title="Fridges", icon="thermometer-half", place="house", order=20,
        url=lambda home: reverse("fridge-round", args=[home.slug]), permission=P.PREMISES_WRITE,
    ),
    Entry(
        title="Fridge round", icon="thermometer-half",
        url=lambda home: reverse("fridge-round", args=[home.slug]),
        permission=P.PREMISES_WRITE, section="Checks of the house", order=69,
    ),
    Entry(
        title="How often we do things", icon="calendar-check",
        url=lambda home: reverse("intervals", args=[home.slug]),
        permission=P.HOME_MANAGE, section="The home", order=58,
    ),
    *(
        Entry(
            title=kind.title, icon=kind.icon, url=_list(kind.slug), permission=P.PREMISES_READ,
            section="Checks of the house", order=70,
        )
        for kind in KINDS
    ),
)  # fmt: skip
