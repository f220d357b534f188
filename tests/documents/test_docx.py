import io
import zipfile

import docx
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from cura.core.documents.docx import Section, Table, docx_from

META = {"Child": "Ella", "Reference": "KR-7K3M9Q"}
SECTIONS = [
    Section(
        "School", ["She read aloud.\n\nShe laughed.", Table(["Day", "What"], [["Mon", "Maths"]])]
    ),
    Section("Friends", ["Zoë came 👩‍👧.\nThey baked."], level=2),
]


def opened(data):
    return docx.Document(io.BytesIO(data))


def test_read_back():
    file = opened(docx_from("Our month", META, SECTIONS))
    words = [(each.style.name, each.text) for each in file.paragraphs if each.text]
    assert words == [
        ("Title", "Our month"),
        ("Heading 1", "School"),
        ("Normal", "She read aloud."),
        ("Normal", "She laughed."),
        ("Heading 2", "Friends"),
        ("Normal", "Zoë came 👩‍👧.\nThey baked."),
    ]
    facts, table = file.tables
    assert [[cell.text for cell in row.cells] for row in facts.rows] == [
        ["Child", "Ella"],
        ["Reference", "KR-7K3M9Q"],
    ]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Day", "What"],
        ["Mon", "Maths"],
    ]


def test_footer_language_and_properties():
    file = opened(docx_from("Our month", META, SECTIONS))
    footer = file.sections[0].footer.paragraphs[0]
    assert footer.text.startswith("KR-7K3M9Q")
    fields = [each.get(qn("w:instr")) for each in footer._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    language = file.styles["Normal"].element.rPr.find(qn("w:lang"))
    assert language.get(qn("w:val")) == "en-GB"
    properties = file.core_properties
    assert (properties.title, properties.author, properties.comments) == ("Our month", "", "")
    assert properties.created is None


def test_nothing_active_and_nothing_fetched():
    with zipfile.ZipFile(io.BytesIO(docx_from("Our month", META, SECTIONS))) as file:
        names = file.namelist()
        relations = b"".join(file.read(name) for name in names if name.endswith(".rels"))
    assert not [name for name in names if "vba" in name.lower() or "embed" in name.lower()]
    assert b'TargetMode="External"' not in relations


@settings(max_examples=25, deadline=None)
@given(st.text(), st.text(), st.lists(st.text(), min_size=2, max_size=2))
def test_any_words_give_a_file_that_opens(title, text, row):
    data = docx_from(title, {"Reference": text}, [Section(title, [text, Table(row, [row])])])
    assert opened(data).tables


def test_no_facts_no_reference():
    file = opened(docx_from("T", {}, []))
    assert file.sections[0].footer.paragraphs[0].text.startswith("Page ")
    assert not file.tables
