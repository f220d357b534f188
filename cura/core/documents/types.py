"""What a record can be printed as: declared as data beside the record."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django.template.loader import render_to_string

from cura.core.documents.docx import Section, docx_from
from cura.core.documents.render import render_pdf
from cura.core.permissions import Permission
from cura.lib.london import words


@dataclass(frozen=True)
class Page:
    """One HTML text on its way to the printer, with the pictures that it shows."""

    html: str
    attachments: dict[str, bytes] | None = None


@dataclass(frozen=True, kw_only=True)
class Document:
    """One printed form of a record: a PDF.

    `context(record=, by=, now=)` gives the template its words as a dict; a key `attachments` in it
    (name to bytes) holds the pictures that the template shows as `attachment:<name>`.
    `filename(record)` has no folder and no ending. `permission` is what printing needs.
    `whole`: it holds all that the plain print of a record does, and more, and stands in for it.
    """

    mime: ClassVar[str] = "application/pdf"

    key: str
    title: str
    template: str
    context: Callable[..., dict[str, Any]]
    permission: Permission
    filename: Callable[[Any], str]
    whole: bool = False

    def build(self, record, *, by, now: datetime) -> tuple[str, bytes]:
        page = self.page(record, by=by, now=now)
        pdf = render_pdf(page.html, title=self.title, attachments=page.attachments)
        return f"{self.filename(record)}.pdf", pdf

    def page(self, record, *, by, now: datetime) -> "Page":
        """What goes to the printer, for whoever wants to know its length first. The template gets
        `title`, `printed_by`, `printed_at`, `record` and its own context."""
        context = self.context(record=record, by=by, now=now)
        attachments = context.pop("attachments", None)
        page = {
            "title": self.title,
            "printed_by": str(by),
            "printed_at": words(now),
            "record": record,
            **context,
        }
        return Page(render_to_string(self.template, page), attachments)


@dataclass(frozen=True, kw_only=True)
class WordDocument:
    """The same words as a Word file, for somebody who must write on.

    `sections(record=, by=, now=)` gives what stands in it, `facts(record=, by=, now=)` the small
    table at its head. It prints under the same rules as a Document.
    """

    mime: ClassVar[str] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    whole: ClassVar[bool] = False

    key: str
    title: str
    heading: Callable[[Any], str]
    facts: Callable[..., dict[str, str]]
    sections: Callable[..., Iterable[Section]]
    permission: Permission
    filename: Callable[[Any], str]

    def build(self, record, *, by, now: datetime) -> tuple[str, bytes]:
        asked = {"record": record, "by": by, "now": now}
        printed = {"Printed": f"{words(now)}, {by}"}
        facts = self.facts(**asked) | printed
        data = docx_from(self.heading(record), facts, self.sections(**asked))
        return f"{self.filename(record)}.docx", data


def build(document: Document | WordDocument, record, *, by, now: datetime) -> tuple[str, bytes]:
    """The file's name and the file. Checks no permission: the view or the task has done so.

    Raises CouldNotPrint.
    """
    return document.build(record, by=by, now=now)
