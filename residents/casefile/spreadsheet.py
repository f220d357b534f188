"""The chronology as a spreadsheet: one line for each event, words as words."""

import io

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from cura.lib import london

HEAD = ("When", "What", "In words", "Kind of thing", "Reference")
WIDTHS = (20, 24, 90, 14, 14)
MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def spreadsheet(events, tones: dict[str, str]) -> bytes:
    """A workbook with one sheet. Every cell is text, so that no word runs as a formula."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Chronology"
    sheet.append(HEAD)
    for row, event in enumerate(events, start=2):
        for column, text in enumerate(_told(event, tones), start=1):
            cell = sheet.cell(row=row, column=column)
            cell.value, cell.data_type = ILLEGAL_CHARACTERS_RE.sub("", text), "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for column, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.cell(row=1, column=column).font = Font(bold=True)
    sheet.freeze_panes = "A2"
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _told(event, tones: dict[str, str]) -> tuple[str, ...]:
    return london.words(event.at), event.title, event.words, tones[event.tone], event.reference
