"""For the manager: where those who live here and the registration do not fit together."""

from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from placements.fit.reading import register


def not_fitting(*, subject, user, now) -> dict | None:
    found = register(subject, now)
    if not found:
        return None
    return {
        "title": "Registration and who lives here",
        "icon": "patch-check",
        "url": reverse("registration-certificates-list", args=[subject.slug]),
        "findings": found,
    }


PANELS = (
    Panel(
        key="registration", place="manager", order=12, template="placements/fit/panel.html",
        permission=P.PLACEMENT_READ, context=not_fitting,
    ),
)  # fmt: skip
