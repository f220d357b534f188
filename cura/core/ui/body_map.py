"""The body map: one outline, front and back, made of named places. An outline of nobody.

Left and right are the person's own. The drawing is made here, for the screen and for print (see
cura.core.ui.charts: each part carries a class for the theme and a literal colour for the PDF). The
form is a select of places; a tap on the drawing (static/js/body-map.js) only fills it in.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

WIDTH, HEIGHT = 400, 366
FRONT, BACK = 100, 300  # where the two figures stand
LINE, PAPER, MARK = "#5F554B", "#FFFDFA", "#A32A1E"

Point = tuple[float, float]
# Corners from the middle of the figure; the side with x > 0 is drawn, the other is its mirror.
MIDDLE: dict[str, tuple[Point, ...]] = {
    "forehead": ((-17, 22), (-10, 11), (0, 8), (10, 11), (17, 22), (19, 30), (-19, 30)),
    "face": ((-19, 31), (19, 31), (17, 46), (9, 57), (0, 60), (-9, 57), (-17, 46)),
    "neck": ((-8, 61), (8, 61), (10, 70), (-10, 70)),
    "chest": ((-36, 72), (36, 72), (34, 118), (-34, 118)),
    "stomach": ((-34, 120), (34, 120), (31, 158), (-31, 158)),
    "hips": ((-31, 160), (31, 160), (37, 192), (0, 201), (-37, 192)),
}
SIDE: dict[str, tuple[Point, ...]] = {
    "ear": ((20, 30), (24, 28), (24, 42), (19, 44)),
    "shoulder": ((38, 72), (51, 76), (57, 92), (39, 94)),
    "upper-arm": ((39, 96), (57, 94), (61, 138), (45, 139)),
    "elbow": ((45, 141), (61, 140), (62, 154), (47, 155)),
    "forearm": ((47, 157), (62, 156), (67, 194), (54, 196)),
    "wrist": ((54, 198), (67, 196), (69, 206), (56, 208)),
    "hand": ((56, 210), (69, 208), (75, 226), (71, 242), (61, 242), (56, 228)),
    "thigh": ((2, 203), (37, 195), (33, 258), (7, 258)),
    "knee": ((7, 260), (33, 260), (32, 278), (9, 278)),
    "lower-leg": ((9, 280), (32, 280), (28, 322), (12, 322)),
    "foot": ((12, 324), (28, 324), (35, 342), (9, 342)),
}
FRONT_NAMES = {"hips": "hips and groin", "upper-arm": "upper arm", "lower-leg": "shin"}
BACK_NAMES = {
    "forehead": "back of the head, upper part",
    "face": "back of the head, lower part",
    "chest": "upper back",
    "stomach": "lower back",
    "hips": "bottom",
    "upper-arm": "upper arm",
    "lower-leg": "calf",
}
COVERED = {"chest", "stomach", "hips", "thigh"}  # never photographed


@dataclass(frozen=True)
class Place:
    """One named place: `key` is what rows keep and is never renamed."""

    key: str
    name: str
    corners: tuple[Point, ...]
    covered: bool = False

    @property
    def centre(self) -> Point:
        xs, ys = zip(*self.corners, strict=True)
        return (min(xs) + max(xs)) // 2, (min(ys) + max(ys)) // 2


def _figure(view: str, at: int, names: dict[str, str]) -> Iterable[Place]:
    for part, corners in MIDDLE.items():
        named = names.get(part, part)
        words = named if "back" in named or part == "forehead" else f"{named}, {view}"
        yield _place(f"{view}-{part}", words, corners, at, part)
    # Seen from the front, the person's left is on the right of the paper.
    sides = (("left", 1), ("right", -1)) if view == "front" else (("left", -1), ("right", 1))
    for side, sign in sides:
        for part, corners in SIDE.items():
            mirrored = tuple((sign * x, y) for x, y in corners)
            words = f"{side} {names.get(part, part)}, {view}"
            yield _place(f"{view}-{side}-{part}", words, mirrored, at, part)


def _place(key, name, corners, at, part) -> Place:
    return Place(key, name, tuple((at + x, y) for x, y in corners), part in COVERED)


PLACES = {
    place.key: place
    for place in (*_figure("front", FRONT, FRONT_NAMES), *_figure("back", BACK, BACK_NAMES))
}
CHOICES = tuple((place.key, place.name) for place in PLACES.values())


@dataclass(frozen=True)
class Mark:
    """A numbered mark. Without a point that was tapped, it stands in the middle of its place."""

    number: int
    place: str
    x: int | None = None
    y: int | None = None

    @property
    def at(self) -> Point:
        tapped = self.x is not None and self.y is not None
        return (self.x, self.y) if tapped else PLACES[self.place].centre


def drawing(marks: Iterable[Mark] = (), rows: str = "") -> SafeString:
    """The two figures with their marks. `rows` is the prefix of the lines that a tap fills in."""
    marks = [mark for mark in marks if mark.place in PLACES]
    said = "; ".join(f"{m.number}: {PLACES[m.place].name}" for m in marks) or "no marks"
    tapped = format_html(' data-body-map="{}"', rows) if rows else ""
    return format_html(
        '<svg class="body-map" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img"'
        ' aria-label="Body map, front and back. {}" font-family="Atkinson Hyperlegible Next,'
        ' sans-serif"{}><title>Body map, front and back. {}</title>{}{}<g class="body-marks">{}'
        "</g></svg>",
        WIDTH, HEIGHT, said, tapped, said, mark_safe("".join(map(_outline, PLACES.values()))),
        mark_safe(_words(FRONT, "Front") + _words(BACK, "Back") + _sides()),
        mark_safe("".join(map(_mark, marks))),
    )  # fmt: skip


def _outline(place: Place) -> str:
    corners = " ".join(f"{x:g},{y:g}" for x, y in place.corners)
    x, y = place.centre
    return (
        f'<polygon class="body-place" data-place="{place.key}" data-name="{escape(place.name)}"'
        f' data-at="{x:g},{y:g}" points="{corners}" fill="{PAPER}" stroke="{LINE}"'
        ' stroke-width="1.2" stroke-linejoin="round"/>'
    )


def _words(x: int, words: str, y: int = 361, anchor: str = "middle") -> str:
    return (
        f'<text class="tick" fill="{LINE}" font-size="14" x="{x}" y="{y}"'
        f' text-anchor="{anchor}">{words}</text>'
    )


def _sides() -> str:
    """Whose left is left, said on the drawing."""
    return "".join(
        _words(x, words, 262, anchor)
        for x, words, anchor in (
            (FRONT - 50, "right", "end"),
            (FRONT + 50, "left", "start"),
            (BACK - 50, "left", "end"),
            (BACK + 50, "right", "start"),
        )
    )


def _mark(mark: Mark) -> str:
    x, y = mark.at
    return (
        f'<circle class="body-mark" cx="{x:g}" cy="{y:g}" r="9" fill="{MARK}" stroke="{PAPER}"/>'
        f'<text class="body-number" x="{x:g}" y="{y + 4:g}" fill="{PAPER}" font-size="12"'
        f' font-weight="700" text-anchor="middle">{mark.number}</text>'
    )
