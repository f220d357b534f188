"""Charts: readable aloud, colourful in a PDF, honest about small numbers."""

import re
from xml.etree import ElementTree

import pytest

from cura.core.ui import chart_frame, charts

MONTHS = ["Sep", "Oct", "Nov"]
SERIES = {"Good": [5, 6, 14], "Hard": [4, None, 2]}
CHARTS = {
    "grouped": lambda: charts.grouped_bars("Days", MONTHS, SERIES, finding="More good days."),
    "stacked": lambda: charts.stacked_bars("Days", MONTHS, SERIES, finding="More good days."),
    "line": lambda: charts.line("Days", MONTHS, SERIES, finding="More good days."),
    "heat": lambda: charts.heat_strip("Days", MONTHS, {"Sleep": [0, 3, None]}, finding="Slept."),
}
MARKS = ("rect", "circle", "path", "polyline", "text")


def svg(html):
    found = re.search(r"<svg xmlns.*?</svg>", html, re.DOTALL).group(0)
    return ElementTree.fromstring(found)


def marks(html):
    return [e for e in svg(html).iter() if e.tag.rpartition("}")[2] in MARKS]


@pytest.mark.parametrize("made", CHARTS.values(), ids=CHARTS)
def test_each_mark_has_class_and_literal_colour(made):
    """On screen the class wins and follows the theme; WeasyPrint paints the attribute only."""
    for mark in marks(made()):
        colours = {mark.get("fill"), mark.get("stroke")} - {None, "none"}
        assert mark.get("class")
        assert colours
        assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in colours)
        assert mark.get("style") is None


@pytest.mark.parametrize("made", CHARTS.values(), ids=CHARTS)
def test_it_is_named_and_says_its_finding(made):
    html = made()
    ids = svg(html).get("aria-labelledby").split()
    texts = {e.get("id"): e.text for e in svg(html).iter() if e.get("id")}
    assert texts[ids[0]] == "Days"
    assert texts[ids[1]] in ("More good days.", "Slept.")
    assert "<details>" in html
    assert html.count('scope="row"') == len(MONTHS)


@pytest.mark.parametrize("made", CHARTS.values(), ids=CHARTS)
def test_no_mark_leaves_the_drawing(made):
    width, height = (float(n) for n in svg(made()).get("viewBox").split()[2:])
    for mark in marks(made()):
        x, y = float(mark.get("x") or 0), float(mark.get("y") or 0)
        assert 0 <= x <= width
        assert -0.1 <= y <= height
        assert x + float(mark.get("width") or 0) <= width + 0.5
        assert y + float(mark.get("height") or 0) <= height + 0.5


def test_ids_differ_between_charts_and_stay_between_drawings():
    other = charts.line("Nights", MONTHS, SERIES, finding="")
    assert CHARTS["line"]() == CHARTS["line"]()
    assert set(re.findall(r' id="([^"]+)"', other)).isdisjoint(
        re.findall(r' id="([^"]+)"', CHARTS["line"]())
    )


def test_fewer_than_five_say_nothing():
    html = charts.grouped_bars("Complaints", MONTHS, {"All": [1, 1, 2]}, finding="Rising fast!")
    assert "Too few to say" in html
    assert "<svg" not in html
    assert "Rising fast" not in html


def test_what_is_not_known_breaks_the_line_and_is_no_zero():
    html = charts.line("School", MONTHS, {"Ella": [90, None, 80]}, finding="")
    course = next(m for m in marks(html) if m.get("class") == "line1")
    assert course.get("d").count("M") == 2
    assert "not known" in html


def test_names_cannot_carry_markup():
    html = charts.grouped_bars("<b>", ["<i>"], {"<script>": [9]}, finding="<u>")
    assert not re.search(r"<(b|i|u|script)>", html)


@pytest.mark.parametrize("most", [0, 1, 3, 7, 14, 31, 99, 100, 101, 1234])
def test_steps_are_round_and_few(most):
    steps = chart_frame.ticks(most)
    assert steps[0] == 0
    assert steps[-1] >= most
    assert 2 <= len(steps) <= 6


def test_many_labels_are_thinned_out():
    days = [str(n) for n in range(1, 32)]
    html = charts.line("Days", days, {"A": list(range(31))}, finding="")
    shown = [e for e in marks(html) if e.get("text-anchor") == "middle"]
    assert len(shown) <= 7


def test_a_spark_is_words_with_a_line():
    html = charts.spark([1, None, 3], words="From 1 to 3")
    assert "From 1 to 3" in html
    assert 'aria-hidden="true"' in html
