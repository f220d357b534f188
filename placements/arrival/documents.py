"""The first-day report on paper: the report, then what was done hour by hour."""

from cura.core.accounts.home import HomeSettings
from cura.core.documents.types import Document
from cura.core.permissions import Permission as P
from cura.core.records import present, registry, snapshot
from cura.lib import london
from cura.lib.words import listed
from placements.arrival.draft import night_words, told_words
from placements.arrival.hours import BLOCKS, named
from placements.arrival.models import SECTIONS, FirstDay
from placements.arrival.reading import Standing


def filename(record: FirstDay) -> str:
    return f"first-day-report-{_reference(record)}"


def _reference(record: FirstDay) -> str:
    return present.reference_of(registry.of(record), record)


def _facts(record: FirstDay, standing: Standing) -> dict[str, str]:
    child = record.child
    kept = [f"{row.person.name} from {london.words(row.written_at)}" for row in standing.keepers]
    return {
        "Child": child.full_name,
        "Born": london.day_words(child.born),
        "Came to": f"{record.home.name}, {london.words(record.happened_at)}",
        "Placing authority": child.authority,
        "Key worker": child.key_worker.name if child.key_worker else "",
        "Looked after the first day": listed(kept),
        "State": _state(record),
        "Reference": _reference(record),
    }


def _state(record: FirstDay) -> str:
    if record.void_at:
        return "Set aside: not to be relied on"
    if not record.signed_at:
        return "Draft, not signed"
    return f"Signed by {record.signed_by.name}, {london.words(record.signed_at)}"


def _sections(record: FirstDay) -> list[dict]:
    beside = present.Beside.of(record)
    fields = [FirstDay._meta.get_field(name) for name in SECTIONS]
    return [
        {
            "title": present.sentence(str(field.verbose_name)),
            "text": getattr(record, field.name),
            "amendments": beside.added(field.name),
        }
        for field in fields
        if getattr(record, field.name) or beside.added(field.name)
    ]


def _hours(standing: Standing) -> list[dict]:
    return [
        {
            "title": named(block.title, standing.name),
            "count": standing.count(block),
            "rows": [_row(standing, step) for step in block.steps],
        }
        for block in BLOCKS
    ]


def _row(standing: Standing, step) -> dict:
    line = standing.by_step.get(step.key)
    row = {"what": named(step.title, standing.name), "when": "", "state": "not yet", "words": ""}
    if line:
        told = told_words(line) if line.how else ""
        row |= {
            "when": _when(line.at),
            "state": f"{line.get_state_display().lower()}, {line.by.first_name}",
            "words": " · ".join(filter(None, (told, line.words))),
        }
    elif standing.is_done(step):
        words = night_words(standing.plan) if step.ask == "night" else ""
        row |= {"state": "done", "words": words}
    return row


def _when(moment) -> str:
    """Fri 6 Feb, 22:55"""
    return f"{london.day_words(london.local_date(moment))[:-5]}, {london.clock(moment)}"


def context(*, record: FirstDay, by, now) -> dict:
    settings = HomeSettings.objects.filter(home=record.home_id).first()
    standing = Standing(record, now)
    facts = _facts(record, standing)
    return {
        "heading": f"First-day report: {record.child.name}",
        "initials": record.child.initials,
        "facts": [{"label": k, "text": v} for k, v in facts.items() if v],
        "sections": _sections(record),
        "hours": _hours(standing),
        "reference": _reference(record),
        "home": record.home.name,
        "hash": snapshot.fingerprint(record, registry.of(record)),
        "version": record.version,
        "marking": settings.marking if settings else "",
    }


REPORT = Document(
    key="report", title="First-day report (PDF)", template="documents/first_day.html",
    context=context, permission=P.DAILY_READ, filename=filename,
)  # fmt: skip
