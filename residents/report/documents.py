"""The monthly report on paper, and as a Word file for those who must paste from it."""

from cura.core.accounts.home import HomeSettings
from cura.core.documents.docx import Section
from cura.core.documents.types import Document, WordDocument
from cura.core.permissions import Permission as P
from cura.core.records import present, registry, snapshot
from cura.lib import london
from residents.report.models import SECTIONS, MonthlyReport


def filename(report: MonthlyReport) -> str:
    return f"monthly-report-{report.month:%Y-%m}-{_reference(report)}"


def _reference(report: MonthlyReport) -> str:
    return present.reference_of(registry.of(report), report)


def told(report: MonthlyReport, beside: present.Beside) -> list[dict]:
    """The sections with words in them, and what was added to each later."""
    fields = [MonthlyReport._meta.get_field(name) for name in (*SECTIONS, "manager_words")]
    return [
        {
            "title": present.sentence(str(field.verbose_name)),
            "text": getattr(report, field.name),
            "amendments": beside.added(field.name),
        }
        for field in fields
        if getattr(report, field.name) or beside.added(field.name)
    ]


def facts(report: MonthlyReport) -> dict[str, str]:
    child = report.child
    found = {
        "Child": child.full_name,
        "Born": london.day_words(child.born),
        "Lives at": report.home.name,
        "Key worker": child.key_worker.name if child.key_worker else "",
        "Placing authority": child.authority,
        "Written by": report.author.name,
        "State": " · ".join(_state(report)),
        "Reference": _reference(report),
    }
    return {name: value for name, value in found.items() if value}


def _state(report: MonthlyReport) -> list[str]:
    if report.void_at:
        return ["Set aside: not to be relied on"]
    if not report.signed_at:
        return ["Draft, not signed"]
    said = [f"Signed by {report.signed_by.name}, {london.words(report.signed_at)}"]
    if report.checked_at:
        said.append(f"Checked by {report.checked_by.name}, {london.words(report.checked_at)}")
    return said


def context(*, record, by, now) -> dict:
    type = registry.of(record)
    settings = HomeSettings.objects.filter(home=record.home_id).first()
    return {
        "heading": record.own_title(),
        "initials": record.child.initials,
        "facts": [{"label": k, "text": v} for k, v in facts(record).items()],
        "sections": told(record, present.Beside.of(record)),
        "reference": _reference(record),
        "home": record.home.name,
        "hash": snapshot.fingerprint(record, type),
        "version": record.version,
        "marking": settings.marking if settings else "",
    }


def word_sections(*, record, by, now) -> list[Section]:
    found = []
    for section in told(record, present.Beside.of(record)):
        added = [f"Added by {a['who']}, {a['when']}: {a['text']}" for a in section["amendments"]]
        found.append(Section(section["title"], [section["text"], *added]))
    return found


PDF = Document(
    key="report", title="Monthly report (PDF)", template="documents/monthly_report.html",
    context=context, permission=P.REPORT_READ, filename=filename,
)  # fmt: skip
WORD = WordDocument(
    key="word", title="Monthly report (Word)", heading=MonthlyReport.own_title,
    permission=P.EXPORT,
    facts=lambda record, by, now: facts(record), sections=word_sections, filename=filename,
)  # fmt: skip
