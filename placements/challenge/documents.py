"""The challenge as the letter that it is. As evidence it prints as every record does."""

from cura.core.accounts.home import HomeSettings
from cura.core.documents.types import Document
from cura.core.permissions import Permission as P
from cura.core.records import present, registry, snapshot
from cura.lib import london
from placements.challenge.models import Challenge

REGULATIONS = "the Children's Homes (England) Regulations 2015, regulation"


def context(*, record: Challenge, by, now) -> dict:
    type, home, child = registry.of(record), record.home, record.child
    settings = HomeSettings.objects.filter(home=home).first()
    return {
        "heading": record.title,
        "initials": child.initials,
        "reference": present.reference_of(type, record),
        "marking": settings.marking if settings else "",
        "version": record.version,
        "hash": snapshot.fingerprint(record, type),
        "home": home.name,
        "address": home.address,
        "phone": home.phone,
        "to": record.to_name,
        "authority": record.agency,
        "date": _day(record.happened_at),
        "about": child.full_name,
        "born": london.day_words(child.born),
        "before": _before(record),
        "words": record.words,
        "why": record.why,
        "own_words": record.own_words,
        "wanted": london.day_words(record.wanted_by) if record.wanted_by else "",
        "law": f"{REGULATIONS} {'14(2)' if record.kind == Challenge.Kind.REVIEW else '5(c)'}",
        "signed": record.signed_by.name if record.signed_by else "",
        "answer": record.answer,
        "answered": london.words(record.answered_at) if record.answered_at else "",
    }


def _before(record: Challenge) -> str:
    """To whom it went before: a letter to the next level says so."""
    first = record.follows
    if first is None:
        return ""
    return f"On {_day(first.happened_at)} we asked {first.to_name} for this. It is not settled."


def _day(moment) -> str:
    return london.day_words(london.local_date(moment))


def filename(record: Challenge) -> str:
    type = registry.of(record)
    return f"challenge-level-{record.level}-{present.reference_of(type, record)}"


LETTER = Document(
    key="letter", title="The letter (PDF)", template="documents/challenge.html", context=context,
    permission=P.REPORT_READ, filename=filename,
)  # fmt: skip
