import dataclasses
import io
from datetime import UTC, datetime

import pikepdf
import pytest
from django.template import engines

from cura.core.documents import types
from cura.core.documents.types import Document, build
from cura.core.permissions import Permission

NOW = datetime(2026, 11, 22, 18, 10, tzinfo=UTC)
TEMPLATE = "<title>{{ title }}</title>{{ record }} {{ said }} {{ printed_by }} {{ printed_at }}"
NOTE = Document(
    key="note",
    title="Daily note",
    template="documents/note.html",
    context=lambda record, by, now: {"said": "<b>hello</b>", "attachments": {"a": b"b"}},
    permission=Permission.DAILY_READ,
    filename=lambda record: f"note-{record}",
)


@pytest.fixture
def printed(monkeypatch):
    pages = []

    def render_to_string(name, context):
        assert name == NOTE.template
        return engines["django"].from_string(TEMPLATE).render(context)

    def render_pdf(html, **kwargs):
        pages.append((html, kwargs))
        return b"%PDF"

    monkeypatch.setattr(types, "render_to_string", render_to_string)
    monkeypatch.setattr(types, "render_pdf", render_pdf)
    return pages


def test_the_template_gets_who_and_when_and_escapes_words(printed):
    assert build(NOTE, "DN-1", by="Priya", now=NOW) == ("note-DN-1.pdf", b"%PDF")
    [(html, kwargs)] = printed
    assert "DN-1 &lt;b&gt;hello&lt;/b&gt; Priya Sun 22 Nov 2026, 18:10" in html
    assert kwargs == {"title": "Daily note", "attachments": {"a": b"b"}}


def test_a_document_is_data_that_nobody_changes():
    with pytest.raises(dataclasses.FrozenInstanceError):
        NOTE.title = "other"


def test_for_real(monkeypatch):
    monkeypatch.setattr(types, "render_to_string", lambda name, context: f"<p>{context['said']}")
    _, pdf = build(NOTE, "DN-1", by="Priya", now=NOW)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert len(file.pages) == 1
