"""Twelve months of one duty as a strip: a square for each, told by sign as well as by colour."""

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from cura.core.ui.chart_frame import FONT, Series, key_of, table, text

SIZE, GAP = 26, 4
# State -> its word, paper and ink (what WeasyPrint paints), and its sign in a box of 26.
STATES = {
    "met": ("done in time", "#E4F1E5", "#2B6439", "M7 13.5l4 4l8 -9"),
    "late": ("done late", "#FDF0D2", "#7A4F00", "M13 6v7l5 3M13 5a8 8 0 1 0 .1 0"),
    "overdue": ("overdue", "#FBE6E2", "#A32A1E", "M13 6v9M13 18.5v2"),
    "waiting": ("still to do", "#E6EDF5", "#3F5B7A", "M7 13h2M12 13h2M17 13h2"),
    "none": ("nothing due", "none", "#857A6E", ""),
}


def state_strip(
    title: str,
    months: Sequence[tuple[str, str]],
    series: Series,
    *,
    finding: str,
    name: str,
) -> SafeString:
    """`months` are (label, state), the oldest first. `series` stand in the table beside, by name;
    `name` is an id that no other strip of the page has."""
    marks = "".join(_square(n, state) for n, (_, state) in enumerate(months))
    width = len(months) * (SIZE + GAP)
    ends = text(0, 44, months[0][0], "start") + text(width - GAP, 44, months[-1][0], "end")
    drawing = format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 {} 50" role="img"'
        ' aria-labelledby="{}-t {}-d" font-family="{}"><title id="{}-t">{}</title>'
        '<desc id="{}-d">{}</desc>{}</svg>',
        width, name, name, FONT, name, title, name, finding, mark_safe(marks + ends),
    )  # fmt: skip
    labels = [label for label, _ in months]
    return format_html('<div class="chart strip">{}{}</div>', drawing, table(title, labels, series))


def strip_key() -> SafeString:
    """What the signs mean: once for a page of strips."""
    marks = ((_drawn(state, 0), words) for state, (words, *_) in STATES.items())
    return format_html('<p class="strip-keys chart">{}</p>', key_of(marks, SIZE, SIZE))


def _square(number: int, state: str) -> str:
    return _drawn(state, number * (SIZE + GAP))


def _drawn(state: str, x: int) -> str:
    _, paper, ink, sign = STATES[state]
    dashes = ' stroke-dasharray="3 3"' if state == "none" else ""
    square = (
        f'<rect class="strip-{state}" fill="{paper}" stroke="{ink}"{dashes} x="{x + 0.5}" y="0.5"'
        f' width="{SIZE - 1}" height="{SIZE - 1}" rx="5"/>'
    )
    if not sign:
        return square
    return (
        f'{square}<path class="strip-sign-{state}" fill="none" stroke="{ink}" stroke-width="2.2"'
        f' stroke-linecap="round" transform="translate({x} 0)" d="{sign}"/>'
    )
