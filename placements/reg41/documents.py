"""The notice as the letter that goes out."""

from cura.core.accounts.home import HomeSettings
from cura.core.documents.types import Document
from cura.core.permissions import Permission as P
from cura.core.records import present, registry, snapshot
from cura.lib import london
from placements.reg41.models import Reg41Notice

NOT_YET = "Not written yet"


def context(*, record: Reg41Notice, by, now) -> dict:
    type, child, home = registry.of(record), record.child, record.home
    settings = HomeSettings.objects.filter(home=home).first()
    return {
        "heading": f"Notice under regulation 41: a child has {_happened(record)}",
        "law": "Children's Homes (England) Regulations 2015, regulation 41",
        "initials": child.initials,
        "reference": present.reference_of(type, record),
        "hash": snapshot.fingerprint(record, type),
        "version": record.version,
        "home": home.name,
        "marking": settings.marking if settings else "",
        "to": record.council,
        "sender": [line for line in (home.name, *home.address.splitlines(), home.phone) if line],
        "urn": home.urn,
        "first": f"We write to tell you that {child.full_name} {_sentence(record)}.",
        "facts": list(_facts(record)),
        "sent": _sent(record),
    }


def _happened(record: Reg41Notice) -> str:
    return "left" if record.kind == record.Kind.LEFT else "come to live here"


def _sentence(record: Reg41Notice) -> str:
    day = london.day_words(london.local_date(record.happened_at))
    if record.kind == record.Kind.LEFT:
        return f"left {record.home.name} on {day}"
    return f"came to live at {record.home.name} on {day}"


def _facts(record: Reg41Notice):
    """The five contents of the regulation, in its order."""
    child = record.child
    yield "Name and date of birth", f"{child.full_name}, born {london.day_words(child.born)}"
    yield (
        "Accommodated under section 20 or 21 of the Children Act 1989",
        (record.get_accommodated_display() or NOT_YET),
    )
    yield "Care order or supervision order", record.get_order_display() or NOT_YET
    yield "Placing authority", _joined(record.authority, record.authority_contact)
    yield "Independent reviewing officer", record.iro_contact or NOT_YET
    yield (
        "Education, health and care plan, special educational needs",
        _joined(
            record.get_needs_display(),
            record.needs_council and f"answered for by {record.needs_council}",
        ),
    )


def _joined(*parts: str) -> str:
    return "\n".join(filter(None, parts)) or NOT_YET


def _sent(record: Reg41Notice) -> str:
    if not record.sent_at:
        return "Not sent yet."
    how = record.get_sent_how_display().lower()
    return (
        f"Sent {how} to {record.sent_to} by {record.sent_by.name}, {london.words(record.sent_at)}."
    )


REG41 = Document(
    key="reg41",
    title="Notice to the local council (PDF)",
    template="documents/reg41.html",
    context=context,
    permission=P.CHILD_READ,
    filename=lambda record: f"reg41-{present.reference_of(registry.of(record), record)}",
)
