from django.urls import reverse

from cura.core.panels.navigation import Entry
from cura.core.permissions import Permission as P
from residents.child.header import Link

ENTRIES = (
    Entry(
        title="What councils owe us", icon="inbox", section="Coming to live here", order=30,
        permission=P.PLACEMENT_READ, url=lambda home: reverse("owed-home", args=[home.slug]),
    ),
)  # fmt: skip
LINKS = (
    Link(title="Owed to us", icon="inbox", url_name="owed-child", permission=P.PLAN_READ, order=85),
)
