"""What needs you: no more lines than one can take in, and how many more there are."""

from django.urls import reverse

from cura.core.notices import budget
from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P


def needs(*, subject, user, now) -> dict | None:
    """Left out when there is nothing."""
    found = budget.needs(user, subject, now)
    if not found:
        return None
    most = budget.lines_for(user, subject)
    return {
        "title": "What needs you",
        "icon": "bell",
        "lines": [notice.line(now) for notice in found[:most]],
        "more": len(found) - most if len(found) > most else 0,
        "inbox_url": reverse("inbox"),
    }


NEEDS = Panel(
    key="needs",
    place="today",
    order=3,
    template="panels/needs.html",
    permission=P.HOME_READ,
    context=needs,
    wide=True,
)
