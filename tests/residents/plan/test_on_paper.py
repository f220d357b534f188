"""The child's own page: one page, her words large, and none of the adults' part."""

import io

import pikepdf
import pytest

from cura.core.documents.types import build
from cura.core.records import printed
from residents.aims.actions import set_aim
from residents.plan.documents import size_of
from residents.safetyplan.documents import page as safety_page
from residents.safetyplan.forms import MINE
from residents.safetyplan.record import safety_plan
from residents.supportplan.documents import page as support_page
from tests.residents.plan.plans import AT, DAY, plan

LINE = "When a plan changes and nobody told me about it before. "


@pytest.mark.parametrize(
    ("paragraphs", "size"), [(1, "huge"), (3, "large"), (5, "middle"), (9, "small")]
)
def test_few_words_stand_large(paragraphs, size):
    lines = [{"title": "What helps me", "text": LINE * 2}] * 5
    lines += [{"title": "More", "text": LINE}] * (paragraphs - 1)
    assert size_of(lines) == size


def test_the_safety_page_holds_her_words_and_not_what_we_do(cast):
    record = plan("safetyplan", child=cast.kai, by=cast.sam)
    found = safety_page(record=record, by=cast.cara, now=AT)
    assert found["big"] == "Ask me to play you the slow one."
    said = str(found)
    assert "Doors that slam." in said
    assert record.worries not in said and record.adults_do not in said


def test_the_support_page_names_the_aims_of_today(cast):
    record = plan("supportplan", child=cast.kai, by=cast.sam)
    values = {"area": "school", "starting_point": "", "wanted": "x"}
    set_aim(child=cast.kai, words="The bus on my own.", by=cast.sam, now=AT, **values)
    assert support_page(record=record, by=cast.cara, now=AT)["aims"] == ["The bus on my own."]


def test_it_is_one_page_even_when_much_is_written(cast):
    row, lines = "safetyplanperson", {}
    for n in range(3):
        values = {"name": "Uncle Kwame", "phone": "01632 960145", "when": "Sundays, or when sad"}
        lines |= {f"{row}-{n}-{name}": value for name, value in values.items()}
    lines |= {f"{row}-TOTAL_FORMS": "3", f"{row}-INITIAL_FORMS": "0"}
    words = dict.fromkeys(MINE, LINE * 2) | {"ask_me": "Ask me to play you the slow one."}
    record = plan("safetyplan", child=cast.kai, by=cast.sam, now=AT + DAY, **words, **lines)
    document = printed.document_for(safety_plan, "page")
    _, data = build(document, record, by=cast.sam, now=AT + DAY)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == 1
