"""What leads to the pages of this app: the head of a child, the menu."""

from django.urls import reverse

from cura.core.panels.navigation import Entry
from cura.core.permissions import Permission as P
from residents.child.header import Link

LINKS = (
    Link(
        title="Holds", icon="shield-exclamation", url_name="restraints-list",
        permission=P.SAFEGUARDING_READ, order=70,
    ),
    Link(
        title="Consequences", icon="arrow-repeat", url_name="consequences-list",
        permission=P.SAFEGUARDING_READ, order=71,
    ),
)  # fmt: skip
ENTRIES = (
    Entry(
        title="Holds that we are taught", icon="mortarboard", section="Team",
        permission=P.SAFEGUARDING_READ,
        url=lambda home: reverse("hold-types-list", args=[home.slug]),
    ),
)  # fmt: skip
