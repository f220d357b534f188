"""What the charts share: a figure that reads aloud, prints, and shows its numbers as a table.

A chart is drawn on the server as SVG. Every mark carries a class, so that the page's style sheet
colours it by the theme, and a literal colour as attribute, for WeasyPrint takes no other. Words are
14 units on a drawing 360 wide: some 13 px on a phone.
"""

import hashlib
import math
from collections.abc import Mapping, Sequence

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

Series = Mapping[str, Sequence[float | str | None]]

WIDTH, HEIGHT = 360, 220
LEFT, RIGHT, TOP, BOTTOM = 42, 6, 12, 28
COLOURS = ("#2C6A5F", "#D98A48", "#3F5B7A", "#5F554B")
INK, GRID, PAPER = "#5F554B", "#E6DDD1", "#FFFDFA"
FONT = "Atkinson Hyperlegible Next, sans-serif"
FEW = 5  # fewer events than this say nothing about how things are going, and may name somebody


def shown(value: float | str | None, unit: str = "") -> str:
    """A number as a person would write it; words stay words; what is not known says so."""
    if value is None:
        return "not known"
    return value if isinstance(value, str) else f"{value:g}{unit}"


def ticks(most: float) -> list[float]:
    """Round steps from 0 to at least `most`, five or six lines at the most."""
    most = max(most, 1)
    rough = most / 4
    size = 10 ** math.floor(math.log10(rough))
    step = next(size * n for n in (1, 2, 5, 10) if size * n >= rough)
    step = max(step, 1)
    return [step * n for n in range(math.ceil(most / step) + 1)]


def height_of(value: float, top: float) -> float:
    return round(value / top * (HEIGHT - TOP - BOTTOM), 1)


def level_of(value: float, top: float) -> float:
    """The y of a value: SVG counts from above."""
    return round(HEIGHT - BOTTOM - height_of(value, top), 1)


def centres(count: int) -> list[float]:
    room = (WIDTH - LEFT - RIGHT) / max(count, 1)
    return [round(LEFT + room * (n + 0.5), 1) for n in range(count)]


def axes(labels: Sequence[str], steps: Sequence[float], unit: str = "") -> SafeString:
    """Lines, their numbers, and at most seven labels below, so that none touches its neighbour."""
    parts = []
    for step in steps:
        y = level_of(step, steps[-1])
        parts.append(
            f'<path class="grid" stroke="{GRID}" d="M{LEFT} {y}H{WIDTH - RIGHT}"/>'
            + text(LEFT - 6, y + 5, f"{step:g}{unit}", anchor="end")
        )
    every = math.ceil(len(labels) / 7)
    for n, (x, label) in enumerate(zip(centres(len(labels)), labels, strict=True)):
        if n % every == 0:
            parts.append(text(x, HEIGHT - 8, label))
    return mark_safe("".join(parts))


def text(x: float, y: float, words: str, anchor: str = "middle") -> str:
    return (
        f'<text class="tick" fill="{INK}" font-size="14" x="{x}" y="{y}"'
        f' text-anchor="{anchor}">{escape(words)}</text>'
    )


def figure(title, labels, series: Series, *, drawing, finding, unit="", height=HEIGHT, key=None):
    """The whole figure: the drawing with its title and finding, the key, the numbers.

    `key` None draws one swatch for each series; an empty key draws none.
    """
    name = _name(title, labels, series)
    svg = format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img"'
        ' aria-labelledby="{}-t {}-d" font-family="{}"><title id="{}-t">{}</title>'
        '<desc id="{}-d">{}</desc>{}</svg>',
        WIDTH, height, name, name, FONT, name, title, name, finding or title, drawing,
    )  # fmt: skip
    return _frame(
        title, finding, svg, swatches(series) if key is None else key, labels, series, unit
    )


def too_few(title, labels, series: Series, unit="") -> SafeString:
    words = mark_safe('<p class="chart-few">Too few to say.</p>')
    return _frame(title, "", words, "", labels, series, unit)


def _frame(title, finding, body, key, labels, series, unit) -> SafeString:
    says = format_html('<p class="chart-finding">{}</p>', finding) if finding else ""
    return format_html(
        '<figure class="chart"><p class="chart-title">{}</p>{}{}'
        "<figcaption>{}</figcaption>{}</figure>",
        title, says, body, key, table(title, labels, series, unit),
    )  # fmt: skip


def table(title, labels, series: Series, unit="") -> SafeString:
    """The numbers, one line for each label: for screen readers, for print, for checking."""
    head = format_html_join("", '<th scope="col">{}</th>', ((name,) for name in series))
    lines = format_html_join(
        "",
        '<tr><th scope="row">{}</th>{}</tr>',
        (
            (
                label,
                format_html_join(
                    "", "<td>{}</td>", ((shown(v[n], unit),) for v in series.values())
                ),
            )
            for n, label in enumerate(labels)
        ),
    )
    return format_html(
        '<details><summary>Show the numbers</summary><table class="table chart-table">'
        '<caption class="visually-hidden">{}</caption><thead><tr><td></td>{}</tr></thead>'
        "<tbody>{}</tbody></table></details>",
        title, head, lines,
    )  # fmt: skip


def swatches(series: Series) -> SafeString:
    """The key: each series by colour and by pattern."""
    return key_of((bar(n, 1, 1, 14, 14), name) for n, name in enumerate(series))


def key_of(marks, width=16, height=16) -> SafeString:
    """Small drawings with the words beside them."""
    return format_html_join(
        "",
        '<span class="chart-key"><svg viewBox="0 0 {} {}" width="{}" height="{}"'
        ' aria-hidden="true">{}</svg>{}</span>',
        ((width, height, width, height, mark_safe(mark), words) for mark, words in marks),
    )


def bar(number: int, x: float, y: float, width: float, height: float) -> str:
    """A bar of the series `number`, told apart by pattern as well as by colour."""
    n = number % len(COLOURS)
    solid = (
        f'<rect class="s{n + 1}" fill="{COLOURS[n]}" x="{x}" y="{y}" width="{width}"'
        f' height="{height}" rx="2"/>'
    )
    return solid + _pattern(n, x, y, width, height)


def _pattern(n, x, y, width, height) -> str:
    """The first series is plain, the second striped across, the third upright, the fourth both."""
    lines = []
    if n in (1, 3):
        lines += [f"M{x} {round(y + d, 1)}h{width}" for d in range(5, int(height), 5)]
    if n in (2, 3):
        lines += [f"M{round(x + d, 1)} {y}v{height}" for d in range(4, int(width), 4)]
    if not lines:
        return ""
    return (
        f'<path class="on-s1" stroke="{PAPER}" stroke-width="1" fill="none" d="{"".join(lines)}"/>'
    )


def _name(title, labels, series) -> str:
    """An id that no other chart of the page has, and that is the same at each drawing."""
    said = repr((title, list(labels), [(k, list(v)) for k, v in series.items()]))
    return f"chart-{hashlib.sha256(said.encode()).hexdigest()[:10]}"
