"""Lines of the menus that lead to the pages of the team."""

from django.urls import reverse

from cura.core.panels.navigation import Entry
from cura.core.permissions import Permission as P


def _list(slug: str):
    return lambda home: reverse(f"{slug}-list", args=[home.slug])


TEAM = "Team"
ENTRIES = (
    Entry(title="Rota", icon="people", url=_list("shifts"), permission=P.ROTA_READ, section=TEAM),
    Entry(
        title="Authorised persons", icon="person-check", url=_list("authorised"),
        permission=P.STAFF_READ, section=TEAM,
    ),
    Entry(
        title="Certificates", icon="mortarboard", url=_list("certificates"),
        permission=P.STAFF_PRIVATE, section=TEAM,
    ),
)  # fmt: skip
