"""The manager's page in the menus: in the bar, and for a phone on the page More."""

from django.urls import reverse

from cura.core.panels.navigation import Entry
from cura.core.permissions import Permission as P


def _manager(home) -> str:
    return reverse("manager", args=[home.slug])


OVERVIEW = (
    Entry(
        title="Overview", icon="graph-up", place="main", order=40, on_phone=False,
        permission=P.RECORD_REVIEW, url=_manager,
    ),
    Entry(
        title="How we are doing", icon="graph-up", section="The home", order=9,
        permission=P.RECORD_REVIEW, url=_manager,
    ),
)  # fmt: skip
