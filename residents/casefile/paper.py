"""The chronology on paper."""

from cura.core.accounts.home import HomeSettings
from cura.core.documents.types import Document
from cura.core.permissions import Permission as P
from cura.core.records.periods.period import Period
from cura.lib.words import plural
from residents.casefile import chronology


def document(period: Period, tone: str) -> Document:
    """Of these days, all of it or one kind of thing, oldest first as a reader of a court wants."""

    def context(*, record, by, now) -> dict:
        start, end = period.bounds
        found = chronology.events(
            record, by, start=start, end=end, tone=tone, most=chronology.WHOLE
        )
        settings = HomeSettings.objects.filter(home=record.home_id).first()
        shown = found[: chronology.WHOLE]
        narrowed = f", only: {chronology.TONES[tone].lower()}" if tone else ""
        return {
            "heading": f"Chronology, {period.words}",
            "initials": record.initials,
            "home": record.home.name,
            "marking": settings.marking if settings else "",
            "over": f"{record.full_name}: {plural(len(shown), 'line')}{narrowed}.",
            "events": list(reversed(shown)),
            "more": len(found) > len(shown),
        }

    return Document(
        key="chronology",
        title="Chronology",
        template="documents/chronology.html",
        context=context,
        permission=P.CHILD_READ,
        filename=lambda child: f"chronology-{period.name}",
    )
