"""Four shapes of chart, made on the server; the frame tells how they are drawn and why.

Each takes a title, the labels below, the series by name, and `finding`: one sentence that says
what is to be seen. It is shown, read aloud, and printed.
"""

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from cura.core.ui.chart_frame import (
    COLOURS,
    FEW,
    LEFT,
    PAPER,
    RIGHT,
    WIDTH,
    Series,
    axes,
    bar,
    centres,
    figure,
    height_of,
    key_of,
    level_of,
    text,
    ticks,
    too_few,
)

HEAT = (("heat0", "#F4EDE3"), ("heat1", "#B9D3CC"), ("heat2", "#7BA89E"), ("heat3", "#2C6A5F"))
HEAT_WORDS = ("none", "a little", "some", "a lot")


def grouped_bars(
    title: str, labels: Sequence[str], series: Series, *, finding: str, unit="", few=FEW
):
    """Bars beside each other, one group for each label. For counts."""
    if _total(series) < few:
        return too_few(title, labels, series, unit)
    steps = ticks(max(_known(series)))
    room = (WIDTH - LEFT - RIGHT) / len(labels) * 0.76
    width = round(room / len(series), 1)
    marks = []
    for number, values in enumerate(series.values()):
        for centre, value in zip(centres(len(labels)), values, strict=True):
            if value:
                x = round(centre - room / 2 + number * width, 1)
                high = height_of(value, steps[-1])
                marks.append(bar(number, x, level_of(value, steps[-1]), round(width - 2, 1), high))
    drawing = axes(labels, steps, unit) + mark_safe("".join(marks))
    return figure(title, labels, series, drawing=drawing, finding=finding, unit=unit)


def stacked_bars(
    title: str, labels: Sequence[str], series: Series, *, finding: str, unit="", few=FEW
):
    """Bars on top of each other: parts of a whole, such as the nights of a month."""
    if _total(series) < few:
        return too_few(title, labels, series, unit)
    columns = list(zip(*series.values(), strict=True))
    steps = ticks(max(sum(v or 0 for v in column) for column in columns))
    width = round((WIDTH - LEFT - RIGHT) / len(labels) * 0.6, 1)
    marks = []
    for centre, column in zip(centres(len(labels)), columns, strict=True):
        below = 0
        for number, value in enumerate(column):
            if value:
                below += value
                y, high = level_of(below, steps[-1]), height_of(value, steps[-1])
                marks.append(bar(number, round(centre - width / 2, 1), y, width, max(high - 1, 1)))
    drawing = axes(labels, steps, unit) + mark_safe("".join(marks))
    return figure(title, labels, series, drawing=drawing, finding=finding, unit=unit)


def line(title: str, labels: Sequence[str], series: Series, *, finding: str, unit="") -> SafeString:
    """How something goes over time. A point that is not known breaks the line; it is not zero."""
    if len(_known(series)) < 2:
        return too_few(title, labels, series, unit)
    steps = ticks(max(_known(series)))
    places = centres(len(labels))
    marks = [
        _course(n, _pieces(places, values, steps[-1])) for n, values in enumerate(series.values())
    ]
    drawing = axes(labels, steps, unit) + mark_safe("".join(marks))
    key = key_of(((_course(n, [[(2, 8), (26, 8)]]), name) for n, name in enumerate(series)), 28)
    return figure(title, labels, series, drawing=drawing, finding=finding, unit=unit, key=key)


def heat_strip(
    title: str, labels: Sequence[str], series: Series, *, finding: str, words=HEAT_WORDS
) -> SafeString:
    """Days from left to right, one strip for each kind, values 0 to 3; None for not known.

    Deeper is more, and a deep square carries a dot, so that it is told without colour.
    """
    room = (WIDTH - 2) / max(len(labels), 1)
    marks, y = [], 0
    for name, values in series.items():
        marks.append(text(0, y + 14, name, anchor="start"))
        marks += [_square(value, n * room, y + 20, room - 2) for n, value in enumerate(values)]
        y += 54
    marks.append(text(0, y + 12, labels[0], anchor="start"))
    marks.append(text(WIDTH, y + 12, labels[-1], anchor="end"))
    said = {
        name: [None if v is None else words[int(v)] for v in values]
        for name, values in series.items()
    }
    return figure(
        title, labels, said, drawing=mark_safe("".join(marks)), finding=finding,
        height=y + 18, key=key_of(((_square(n, 0, 0, 14), w) for n, w in enumerate(words)), 16, 24),
    )  # fmt: skip


def spark(values: Sequence[float | None], *, words: str) -> SafeString:
    """A line the size of a word, with its words: "From 3 to 8"."""
    known = [v for v in values if v is not None]
    top = max(known, default=0) or 1
    step = 76 / max(len(values) - 1, 1)
    points = [
        f"{round(2 + n * step, 1)},{round(20 - v / top * 16, 1)}"
        for n, v in enumerate(values)
        if v is not None
    ]
    return format_html(
        '<span class="spark"><svg viewBox="0 0 80 24" width="80" height="24" aria-hidden="true">'
        '<polyline class="line1" stroke="{}" stroke-width="2" fill="none" points="{}"/>'
        "</svg>{}</span>",
        COLOURS[0], " ".join(points), words,
    )  # fmt: skip


def _known(series: Series) -> list[float]:
    return [v for values in series.values() for v in values if v is not None]


def _total(series: Series) -> float:
    return sum(_known(series))


def _pieces(places, values, top) -> list[list[tuple[float, float]]]:
    """The points of a line, in pieces where a value is not known."""
    pieces = [[]]
    for x, value in zip(places, values, strict=True):
        if value is None:
            pieces.append([])
        else:
            pieces[-1].append((x, level_of(value, top)))
    return [piece for piece in pieces if piece]


def _course(number, pieces) -> str:
    """One line with its points; dashes and the shape of the points tell lines apart."""
    n = number % len(COLOURS)
    dash = ("none", "7 4", "2 4", "9 3 2 3")[n]
    path = "".join("M" + "L".join(f"{x} {y}" for x, y in piece) for piece in pieces)
    points = "".join(_point(n, x, y) for piece in pieces for x, y in piece)
    return (
        f'<path class="line{n + 1}" stroke="{COLOURS[n]}" stroke-width="2.5" fill="none"'
        f' stroke-dasharray="{dash}" d="{path}"/>{points}'
    )


def _point(n, x, y) -> str:
    """Round for the first line, square for the second, then a diamond and a small dot."""
    paint = f'class="s{n + 1}" fill="{COLOURS[n]}"'
    if n == 1:
        return f'<rect {paint} x="{x - 4}" y="{y - 4}" width="8" height="8"/>'
    if n == 2:
        return f'<path {paint} d="M{x} {y - 5}l5 5l-5 5l-5 -5z"/>'
    return f'<circle {paint} cx="{x}" cy="{y}" r="{4 if n == 0 else 2.5}"/>'


def _square(value, x, y, size) -> str:
    if value is None:
        return (
            f'<rect class="frame" fill="none" stroke="#857A6E" stroke-dasharray="2 2"'
            f' x="{round(x + 1, 1)}" y="{y}" width="{round(size, 1)}" height="24" rx="2"/>'
        )
    name, colour = HEAT[int(value)]
    square = (
        f'<rect class="{name}" fill="{colour}" x="{round(x + 1, 1)}" y="{y}"'
        f' width="{round(size, 1)}" height="24" rx="2"/>'
    )
    if int(value) < 3:
        return square
    middle = round(x + 1 + size / 2, 1)
    return f'{square}<circle class="on-heat" fill="{PAPER}" cx="{middle}" cy="{y + 12}" r="2.5"/>'
