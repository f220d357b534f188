"""A report of sections on paper, and as a Word file for those who must paste from it.

Shared by all reports about a child that are drafted from quotations, signed, and leave the house.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from cura.core.accounts.home import HomeSettings
from cura.core.documents.docx import Section
from cura.core.documents.types import Document, WordDocument
from cura.core.permissions import Permission as P
from cura.core.records import present, registry, snapshot
from cura.lib import london


@dataclass(frozen=True, kw_only=True)
class Paper:
    """`sections` are fields of the report, in the order in which they are printed. `more(report)`
    gives facts of its own for the table at the head."""

    title: str  # "Monthly report"
    sections: tuple[str, ...]
    more: Callable[[object], dict[str, str]]
    filename: Callable[[object], str]

    def pdf(self) -> Document:
        return Document(
            key="report", title=f"{self.title} (PDF)", template="documents/monthly_report.html",
            context=self.context, permission=P.REPORT_READ, filename=self.filename,
        )  # fmt: skip

    def word(self) -> WordDocument:
        return WordDocument(
            key="word", title=f"{self.title} (Word)", heading=lambda report: report.own_title(),
            permission=P.EXPORT, filename=self.filename, sections=self.word_sections,
            facts=lambda record, by, now: self.facts(record),
        )  # fmt: skip

    def told(self, report, beside: present.Beside) -> list[dict]:
        """The sections with words in them, and what was added to each later."""
        fields = [report._meta.get_field(name) for name in self.sections]
        return [
            {
                "title": present.sentence(str(field.verbose_name)),
                "text": getattr(report, field.name),
                "amendments": beside.added(field.name),
            }
            for field in fields
            if getattr(report, field.name) or beside.added(field.name)
        ]

    def facts(self, report) -> dict[str, str]:
        child = report.child
        found = {
            "Child": child.full_name,
            "Born": london.day_words(child.born),
            "Lives at": report.home.name,
            "Key worker": child.key_worker.name if child.key_worker else "",
            "Placing authority": child.authority,
            **self.more(report),
            "Written by": report.author.name,
            "State": " · ".join(_state(report)),
            "Reference": reference(report),
        }
        return {name: value for name, value in found.items() if value}

    def context(self, *, record, by, now: datetime) -> dict:
        settings = HomeSettings.objects.filter(home=record.home_id).first()
        return {
            "heading": record.own_title(),
            "initials": record.child.initials,
            "facts": [{"label": k, "text": v} for k, v in self.facts(record).items()],
            "sections": self.told(record, present.Beside.of(record)),
            "reference": reference(record),
            "home": record.home.name,
            "hash": snapshot.fingerprint(record, registry.of(record)),
            "version": record.version,
            "marking": settings.marking if settings else "",
        }

    def word_sections(self, *, record, by, now: datetime) -> list[Section]:
        return [
            Section(section["title"], [section["text"], *map(_added, section["amendments"])])
            for section in self.told(record, present.Beside.of(record))
        ]


def reference(report) -> str:
    return present.reference_of(registry.of(report), report)


def _added(amendment: dict) -> str:
    return f"Added by {amendment['who']}, {amendment['when']}: {amendment['text']}"


def _state(report) -> list[str]:
    if report.void_at:
        return ["Set aside: not to be relied on"]
    if not report.signed_at:
        return ["Draft, not signed"]
    said = [f"Signed by {report.signed_by.name}, {london.words(report.signed_at)}"]
    if report.checked_at:
        said.append(f"Checked by {report.checked_by.name}, {london.words(report.checked_at)}")
    return said
