"""The same words as a Word file, for those who must write on: a report that a social worker edits.

Plain styles, no macros, nothing fetched, no names of machines or people in the file's properties.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

FONT = "Arial"
A4 = Cm(21), Cm(29.7)
MARGIN = Cm(2.2)
NOT_XML = re.compile(r"[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Table:
    """Rows of text under column headings; the headings repeat on each page."""

    headings: Sequence[str]
    rows: Iterable[Sequence[str]]


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it: paragraphs (str) and tables, in order."""

    heading: str
    body: Sequence[str | Table] = field(default_factory=tuple)
    level: int = 1


def docx_from(title: str, meta: dict[str, str], sections: Iterable[Section]) -> bytes:
    """A .docx with the title, a small table of facts, the sections, and a numbered footer.

    The footer shows `meta["Reference"]`, if there is one, with page x of y. An empty line in a
    paragraph begins a new one.
    """
    file = Document()
    _prepare(file, title)
    file.add_heading(_clean(title), level=0)
    if meta:
        _add_facts(file, meta)
    for section in sections:
        file.add_heading(_clean(section.heading), level=section.level)
        for part in section.body:
            if isinstance(part, Table):
                _add_table(file, part)
            else:
                _add_paragraphs(file, part)
    _add_footer(file, meta.get("Reference", ""))
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def _prepare(file: DocumentObject, title):
    properties = file.core_properties
    properties.title, properties.language = _clean(title)[:255], "en-GB"
    properties.author = properties.comments = properties.last_modified_by = ""
    for stamp in ("created", "modified"):  # of the library's empty file, years ago
        properties._element.remove(properties._element.find(qn(f"dcterms:{stamp}")))
    section = file.sections[0]
    section.page_width, section.page_height = A4
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(11)
    language = OxmlElement("w:lang")
    for kind in ("w:val", "w:eastAsia"):
        language.set(qn(kind), "en-GB")
    normal.element.get_or_add_rPr().append(language)


def _add_facts(file, meta):
    table = file.add_table(rows=0, cols=2, style="Table Grid")
    for name, value in meta.items():
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(_clean(name)).bold = True
        cells[1].text = _clean(value)


def _add_table(file, part):
    table = file.add_table(rows=1, cols=len(part.headings), style="Table Grid")
    first = table.rows[0]
    for cell, heading in zip(first.cells, part.headings, strict=True):
        cell.paragraphs[0].add_run(_clean(heading)).bold = True
    first._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in part.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = _clean(text)
    file.add_paragraph()  # two tables without a paragraph between them become one


def _add_paragraphs(file, text):
    for paragraph in _clean(text).split("\n\n"):
        file.add_paragraph(paragraph)


def _add_footer(file, reference):
    line = file.sections[0].footer.paragraphs[0]
    line.add_run(f"{_clean(reference)}  " if reference else "")
    line.add_run("Page ")
    _add_field(line, "PAGE")
    line.add_run(" of ")
    _add_field(line, "NUMPAGES")


def _add_field(paragraph, code):
    field_ = OxmlElement("w:fldSimple")
    field_.set(qn("w:instr"), code)
    paragraph._p.append(field_)


def _clean(text):
    """XML has no place for control characters, and Word would refuse the file."""
    return NOT_XML.sub("", str(text).replace("\r\n", "\n"))
