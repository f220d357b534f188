"""The challenge as a letter, and as proof of what was asked and answered."""

from cura.core.documents.types import Document
from cura.core.permissions import Permission as P
from cura.core.records import present, printed, registry
from placements.challenge.models import Challenge


def context(*, record: Challenge, by, now) -> dict:
    found = printed.context(record=record, by=by, now=now)
    found["law"] = (
        "Children's Homes (England) Regulations 2015, regulation 14(2)"
        if record.kind == Challenge.Kind.REVIEW
        else "Children's Homes (England) Regulations 2015, regulation 5(c)"
    )
    return found


def filename(record: Challenge) -> str:
    type = registry.of(record)
    return f"challenge-level-{record.level}-{present.reference_of(type, record)}"


LETTER = Document(
    key="letter", title="As a letter (PDF)", template="documents/challenge.html", context=context,
    permission=P.REPORT_READ, filename=filename, whole=True,
)  # fmt: skip
