from django.urls import reverse

from cura.core.panels.navigation import Entry
from cura.core.permissions import Permission as P

ENTRIES = (
    Entry(
        title="Certificate of registration", icon="patch-check", permission=P.PLACEMENT_READ,
        url=lambda home: reverse("registration-certificates-list", args=[home.slug]),
        section="The home", order=54,
    ),
    Entry(
        title="Statement of purpose", icon="signpost", permission=P.PLACEMENT_READ,
        url=lambda home: reverse("statements-of-purpose-list", args=[home.slug]),
        section="The home", order=55,
    ),
)  # fmt: skip
