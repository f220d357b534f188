"""A plan on paper: whole for the file, and as one page for the child's wall."""

from math import ceil

from cura.core.documents.types import Document
from cura.core.permissions import Permission as P
from cura.core.records import present, printed, registry
from cura.lib import london
from residents.aims.models import Aim
from residents.plan import changes, grouping, papers, reading
from residents.plan.models import Plan

# How big the type may be on one A4 page: (its name, letters in a line, lines on the page). Last
# comes what is so long that it may take a second page.
SIZES = (("huge", 56, 26), ("large", 66, 30), ("middle", 80, 36))
AIMS = 3


def size_of(lines: list[dict], *, more: float = 0) -> str:
    """So that it stays one page: few words stand large. `more`: lines that other things take. A
    heading takes nearly two, the title and the last line of the page four."""
    for name, letters, room in SIZES:
        taken = 4 + more + sum(1.9 + _lines(line["text"], letters) for line in lines)
        if taken <= room:
            return name
    return "small"


def _lines(text: str, letters: int) -> int:
    return sum(max(1, ceil(len(part) / letters)) for part in text.split("\n"))


def child_page(plan: Plan, lines: list[dict], *, taken: float = 0, **more) -> dict:
    """What every page for a wall has, without the marking of papers that leave the house. `lines` =
    list of {title, text}; `taken`: how many lines of type the rest needs."""
    child = plan.child
    told = [line for line in lines if line["text"].strip()]
    who = child.key_worker.first_name if child.key_worker else ""
    return {
        "heading": f"{child.name}’s {plan._meta.verbose_name}",
        "initials": child.initials,
        "lines": told,
        "size": size_of(told, more=taken),
        "version_words": _version(plan),
        "talk_to": f"Talk to {who}, or to any of us." if who else "Talk to any of us.",
        "reference": present.reference_of(registry.of(plan), plan),
        **more,
    }


def _version(plan: Plan) -> str:
    if not plan.signed_at:
        return "Still being written"
    return f"Version {plan.number}, {london.day_words(london.local_date(plan.signed_at))}"


def aims_of(child, by) -> list[str]:
    rows = Aim.objects.visible_to(by).of(child).open().values_list("words", flat=True)
    return list(rows[:AIMS])


def context(*, record: Plan, by, now) -> dict:
    """The whole plan: as its page, with the papers it was written without and what is new."""
    before = reading.before(record)
    found = printed.context(record=record, by=by, now=now)
    return found | {
        "sections": grouping.grouped(record, found["sections"]),
        "version": "",  # the heading says the version that people know
        "without": papers.without(record.papers.all()),
        "before": f"version {before.number}" if before else "",
        "changes": changes.between(before, record) if before else [],
    }


def filename(plan: Plan) -> str:
    type = registry.of(plan)
    return f"{type.slug}-v{plan.number}-{present.reference_of(type, plan)}"


def documents(page) -> tuple[Document, ...]:
    """`page(record=, by=, now=)` makes the child's own page of this kind of plan."""
    return (
        Document(
            key="page", title="The child's own page", template="documents/child_page.html",
            context=page, permission=P.PLAN_READ, filename=lambda plan: f"{filename(plan)}-page",
        ),
        Document(
            key="plan", title="The whole plan", template="documents/plan.html", context=context,
            permission=P.PLAN_READ, filename=filename, whole=True,
        ),
    )  # fmt: skip
