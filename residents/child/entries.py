from django.urls import reverse

from cura.core.panels.navigation import Entry
from cura.core.permissions import Permission as P

ENTRIES = (
    Entry(
        title="Children", icon="people", place="main", order=20, permission=P.CHILD_READ,
        url=lambda home: reverse("children"),
    ),
)  # fmt: skip
