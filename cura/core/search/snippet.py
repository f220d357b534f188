"""The piece of a text around the words that somebody looked for, as plain pieces to be printed."""

import re
from typing import NamedTuple

from cura.core.search.tokens import fold

WIDTH = 170
BEFORE = 50
ENDING = re.compile(r"(?:ings?|ed|ies|es|s|e|y)$")


class Piece(NamedTuple):
    text: str
    hit: bool = False


def snippet(text: str, words: list[str]) -> tuple[Piece, ...]:
    """Some 170 characters, from a little before the first hit, with each hit a piece of its own."""
    text = " ".join(text.split())
    hits = [match.span() for match in _pattern(words).finditer(text)]
    if not hits and (plain := fold(text)) != text and len(plain) == len(text):
        hits = [match.span() for match in _pattern(words).finditer(plain)]  # Zoë, asked as zoe
    start, end = _window(text, hits[0][0] if hits else 0)
    pieces, at = [Piece("… ")] if start else [], start
    for first, last in hits:
        if at <= first and last <= end:
            pieces += [Piece(text[at:first]), Piece(text[first:last], hit=True)]
            at = last
    pieces += [Piece(text[at:end]), Piece(" …" if end < len(text) else "")]
    return tuple(piece for piece in pieces if piece.text)


def _pattern(words: list[str]) -> re.Pattern:
    """Near enough to how the databases match: the word without its ending, and what follows."""
    roots = (ENDING.sub("", word) if len(word) > 4 else word for word in words)
    either = "|".join(re.escape(root) for root in roots)
    return re.compile(rf"(?<![^\W_])(?:{either})\w{{0,4}}(?!\w)|(?<![^\W_]){words[-1]}\w*", re.I)


def _window(text: str, hit: int) -> tuple[int, int]:
    """From a word's start to a word's end."""
    start = 0 if hit < BEFORE else text.rfind(" ", 0, hit - BEFORE + 10) + 1
    end = start + WIDTH
    if end >= len(text):
        return start, len(text)
    space = text.rfind(" ", start, end)
    return start, space if space > hit else end
