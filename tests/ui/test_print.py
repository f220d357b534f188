"""A record on paper: tagged, named on each page by initials only, in our own typeface."""

import re
from io import BytesIO

import pikepdf
import pytest
from django.template.loader import render_to_string

from cura.core.documents.render import render_pdf
from cura.core.ui import charts
from tests.ui.gallery import people

pytestmark = pytest.mark.usefixtures("gallery_settings")

CONTEXT = {
    "title": "Daily note",
    "heading": "Daily note, Sun 22 Nov 2026, 18:10",
    "printed_by": "Priya Shah",
    "printed_at": "Sun 22 Nov 2026, 19:30",
    "subject_words": "Ella Rowan",
    "home": "Rowan House",
    "reference": "DN-7K2M9Q",
    "sections": people.SECTIONS,
    "parts": [people.PART],
    "over": "Ella Rowan · Rowan House · Signed · Written 2 days afterwards",
    "moments": people.MOMENTS,
    "replaces": {"text": "Daily note, Sat 21 Nov"},
    "hash": "9f2c" * 16,
    "version": 3,
    "marking": "OFFICIAL-SENSITIVE",
}


@pytest.fixture(scope="module")
def html(gallery_settings):
    return render_to_string("documents/record.html", CONTEXT)


def test_each_page_says_who_printed_what_and_when(html):
    head = re.search(r'class="running-head">(.*?)</p>', html).group(1)
    assert head == "E.R. · DN-7K2M9Q · printed by Priya Shah, Sun 22 Nov 2026, 19:30"
    foot = re.search(r'class="running-foot">(.*?)</p>', html).group(1)
    assert "version 3" in foot
    assert "9f2c9f2c" in foot
    assert "OFFICIAL-SENSITIVE" in html


def test_what_was_added_and_what_it_replaces_is_on_paper(html):
    assert html.count("Added by Priya, Mon 23 Nov, 09:12") == 3
    assert "puts right an older one" in html
    assert "Health (seen by few)" in html


def test_the_pdf_is_tagged_and_carries_its_typeface(html):
    figure = charts.grouped_bars("Days", ["Oct", "Nov"], {"Good": [5, 9]}, finding="More.")
    made = render_pdf(html.replace("</body>", f"{figure}</body>"), title="Daily note")
    with pikepdf.open(BytesIO(made)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        fonts = {
            str(font.BaseFont)
            for page in pdf.pages
            for font in page.Resources.get("/Font", {}).values()
        }
    assert fonts
    assert all("Atkinson-Hyperlegible-Next" in name for name in fonts)
