"""The handover on one sheet of A4, for the table round which it is read."""

from cura.core.accounts.home import HomeSettings
from cura.core.documents.types import Document
from cura.core.permissions import Permission as P
from cura.core.records import present, registry, snapshot
from cura.lib import london
from residents.handover.models import Handover, HandoverCount


def _filename(record: Handover) -> str:
    return f"handover-{present.reference_of(registry.of(record), record)}"


def _line(line) -> dict:
    return {
        "name": line.child.name,
        "how": line.how,
        "next": line.next,
        "red": line.red,
        "appointments": line.appointments,
    }


def _count(count: HandoverCount) -> dict:
    return {
        "what": count.get_what_display(),
        "amount": count.amount,
        "right": count.right == HandoverCount.Right.YES,
        "note": count.note,
    }


def _signature(words: str, who, at) -> dict:
    when = london.words(at) if at else ""
    return {"words": words, "who": who.name if who else "", "when": when}


def _context(*, record: Handover, by, now) -> dict:
    settings = HomeSettings.objects.filter(home=record.home_id).first()
    type = registry.of(record)
    return {
        "title": f"Handover, {record.home.name}",
        "heading": record.get_change_display(),
        "home": record.home.name,
        "when": london.words(record.happened_at),
        "lines": [_line(line) for line in record.lines.select_related("child")],
        "counts": [_count(count) for count in record.counts.all()],
        "on_shift": record.on_shift,
        "driving": record.driving,
        "house": record.house,
        "receipts": record.read_lines,
        "added": [
            {"words": a.words, "who": a.by.name, "when": london.words(a.at)}
            for a in present.Beside.of(record).amendments
        ],
        "signatures": [
            _signature("Given by", record.signed_by, record.signed_at),
            _signature("Taken by", record.taken_by, record.taken_at),
        ],
        "set_aside": bool(record.void_at),
        "reference": present.reference_of(type, record),
        "hash": snapshot.fingerprint(record, type),
        "marking": settings.marking if settings else "",
    }


ONE_PAGE = Document(
    key="a4",
    title="Print on one page",
    template="documents/handover.html",
    context=_context,
    permission=P.DAILY_READ,
    filename=_filename,
)
