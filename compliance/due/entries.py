"""Lines of the menus: the manager's page in the bar (on a phone it stands on More), what is due."""

from django.urls import reverse

from cura.core.panels.navigation import Entry
from cura.core.permissions import Permission as P


def _of_home(name: str):
    return lambda home: reverse(name, args=[home.slug])


ENTRIES = (
    Entry(
        title="Overview", icon="graph-up", place="main", order=40, on_phone=False,
        permission=P.RECORD_REVIEW, url=_of_home("manager"),
    ),
    Entry(
        title="How we are doing", icon="graph-up", section="The home", order=9,
        permission=P.RECORD_REVIEW, url=_of_home("manager"),
    ),
    Entry(
        title="What is due", icon="list-check", section="The home", order=10,
        permission=P.HOME_READ, url=_of_home("due"),
    ),
    Entry(
        title="Duties", icon="shield-check", section="The home", order=11,
        permission=P.HOME_READ, url=_of_home("duties"),
    ),
    Entry(
        title="What is due in my calendar", icon="calendar-plus", section="For me", order=61,
        permission=P.HOME_READ, url=lambda home: reverse("due-feed"),
    ),
)  # fmt: skip
