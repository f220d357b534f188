"""For a manager: who has begun to write what, and not saved it. Never a word of it."""

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.core.records.drafts.lists import existing_at

SHOWN = 8


def begun(*, subject, user, now) -> dict | None:
    """Left out when nobody has anything open."""
    items = existing_at(subject, user, now)
    if not items:
        return None
    return {"title": "Begun and not saved", "icon": "pencil", "items": items[:SHOWN]}


PANEL = Panel(
    key="begun",
    place="today",
    order=60,
    template="panels/unfinished.html",
    permission=P.RECORD_REVIEW,
    context=begun,
)
