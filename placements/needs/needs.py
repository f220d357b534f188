"""What a child may need: the list, and where the words of a text point at it. No guess is taken for
true: a person takes or leaves each."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LIST = Path(__file__).with_name("needs.toml")
LONGEST = 300


@dataclass(frozen=True)
class Need:
    """`certificate`: the kind of need on Ofsted's certificate that this would come under, or ""."""

    code: str
    title: str
    words: tuple[str, ...]
    risk: bool = False
    certificate: str = ""


@dataclass(frozen=True)
class Mark:
    """A place in a text that points at a need. `said` is the sentence around it."""

    code: str
    start: int
    end: int
    said: str


@cache
def needs() -> dict[str, Need]:
    held = tomllib.loads(LIST.read_text(encoding="utf-8"))
    return {
        code: Need(
            code, each["title"], tuple(each["words"]), each.get("risk", False),
            each.get("certificate", ""),
        )
        for code, each in held.items()
    }  # fmt: skip


def choices() -> list[tuple[str, str]]:
    return [(need.code, need.title) for need in needs().values()]


def risks_first() -> list[tuple[str, str]]:
    listed = sorted(needs().values(), key=lambda need: not need.risk)
    return [(need.code, need.title) for need in listed]


def titles(codes) -> str:
    """In words, as a list within a sentence."""
    known = needs()
    return ", ".join(_inside(known[code].title) for code in codes if code in known)


def _inside(title: str) -> str:
    """Within a sentence: going missing, but ADHD."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def marks(text: str) -> list[Mark]:
    """Every place, in the order of the text. Of two that overlap the longer stands."""
    found = [
        Mark(code, m.start(), m.end(), _sentence(text, m.start(), m.end()))
        for code, pattern in _patterns()
        for m in pattern.finditer(text)
    ]
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda m: (m.start, -m.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


@cache
def _patterns() -> tuple[tuple[str, re.Pattern], ...]:
    return tuple((need.code, _pattern(need.words)) for need in needs().values())


def _pattern(words: tuple[str, ...]) -> re.Pattern:
    spelled = (re.escape(word.rstrip("*")).replace(r"\ ", r"\s+") for word in words)
    ends = (r"\w*" if word.endswith("*") else "" for word in words)
    either = "|".join(f"{word}{end}" for word, end in zip(spelled, ends, strict=True))
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence or line in which it stands, not longer than a line of the record."""
    before = max(text.rfind(sign, 0, start) for sign in (". ", "\n", "! ", "? "))
    stops = [at for sign in (". ", ".\n", "\n", "! ", "? ") if (at := text.find(sign, end)) >= 0]
    whole = " ".join(text[before + 1 : min(stops, default=len(text)) + 1].split())
    if len(whole) <= LONGEST:
        return whole
    return " ".join(text[max(0, start - 120) : end + 120].split())[:LONGEST]
