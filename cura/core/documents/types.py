"""What a record can be printed as: declared as data beside the record."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string

from cura.core.documents.render import render_pdf
from cura.core.permissions import Permission
from cura.lib.london import words


@dataclass(frozen=True, kw_only=True)
class Document:
    """One printed form of a record.

    `context(record=, by=, now=)` gives the template its words as a dict; a key `attachments` in it
    (name to bytes) holds the pictures that the template shows as `attachment:<name>`.
    `filename(record)` has no folder and no ending. `permission` is what printing needs.
    """

    key: str
    title: str
    template: str
    context: Callable[..., dict[str, Any]]
    permission: Permission
    filename: Callable[[Any], str]


def build(document: Document, record, *, by, now: datetime) -> tuple[str, bytes]:
    """The file's name and the PDF. Checks no permission: the view or the task has done so.

    The template gets `title`, `printed_by`, `printed_at`, `record` and the document's own context.
    Raises CouldNotPrint.
    """
    context = document.context(record=record, by=by, now=now)
    attachments = context.pop("attachments", None)
    page = {
        "title": document.title,
        "printed_by": str(by),
        "printed_at": words(now),
        "record": record,
        **context,
    }
    html = render_to_string(document.template, page)
    pdf = render_pdf(html, title=document.title, attachments=attachments)
    return f"{document.filename(record)}.pdf", pdf
