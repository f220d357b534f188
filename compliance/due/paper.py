"""What is due, on paper: who printed it and when stands on each page."""

from django.utils.text import slugify

from compliance.due import listing
from compliance.due.asked import Asked, living_here
from compliance.due.lines import lines
from cura.core.accounts.home import Home, HomeSettings
from cura.core.deadlines.intervals import AREAS
from cura.core.documents.types import Document
from cura.core.permissions import Permission as P
from cura.lib import london

MOST = 400


def document(asked: Asked) -> Document:
    """The document of one home, narrowed as the page was."""

    def context(*, record: Home, by, now) -> dict:
        settings = HomeSettings.objects.filter(home=record).first()
        rows = asked.rows(record, by)
        found = [*listing.groups(rows.ours(), now, MOST), *_owed(rows, now)]
        for group in found:
            group["lines"] = lines(group["rows"], by, now)
        return {
            "heading": f"What is due at {record.name}",
            "home": record.name,
            "marking": settings.marking if settings else "",
            "over": f"As it stood on {london.words(now)}{_narrowed(asked, record, by)}.",
            "groups": found,
        }

    return Document(
        key="due",
        title="What is due",
        template="documents/due.html",
        context=context,
        permission=P.HOME_READ,
        filename=lambda home: f"what-is-due-{slugify(home.slug)}",
    )


def _owed(rows, now) -> list[dict]:
    owed, more = listing.owed(rows, MOST)
    return [{"title": "Owed to us by others", "rows": owed, "more": more}] if owed else []


def _narrowed(asked: Asked, home: Home, by) -> str:
    names = {str(child.pk): child.name for child in living_here(home, by)} | {"house": "the house"}
    said = [AREAS.get(asked.area, "").lower(), names.get(asked.about, "")]
    words = ", ".join(filter(None, said))
    return f", only: {words}" if words else ""
