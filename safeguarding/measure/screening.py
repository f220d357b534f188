"""What regulation 19 does not allow, looked for in what people write. Pure; the words are data.

It shows and asks, and a person may answer "this is not a punishment" with a reason that the manager
reads. It cannot know what was meant: the list errs towards asking.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LIST = Path(__file__).with_name("reg19.toml")
NEAR = 5  # words between taking away and what is taken
# "no", "without": what is meant comes at once ("no phone", "without his tea").
DIRECT = r"(?:no|no more|without(?: (?:his|her|their|any|the))?)[\s-]+"
NOT = (
    r"(?:can|could|may|might|must|will|would|shall|should|do|does|did|is|are|was|were|has|have|had)"
    r"(?:n['’]t| not)|cannot|won['’]t|can['’]t|shan['’]t"
)
TAKEN = (
    rf"(?:(?:{NOT}) (?:be )?(?:ring|ringing|phone|phoning|see|seeing|visit|visiting|have|having"
    r"|get|getting|given)|los(?:e|es|t|ing)|tak(?:e|es|en|ing)|took|remov(?:e|es|ed|ing)"
    r"|withh(?:old|olds|eld)"
    r"|confiscat(?:e|es|ed)|ban|bans|banned|stop|stops|stopped|cancel|cancels|cancelled|missed|misses"
    r"|forfeit|forfeits|forfeited|kept from|keep from|refused|denied|not allowed|not be allowed"
    r"|not have|not get|kept back|keep back|keeps back|docked|dock|fined|punished|grounded"
    r"|early|earlier|locked away|handed over|hand over|hand in|handed in)"
)  # fmt: skip
SAID = re.compile(r'"[^"\n]{0,2000}"|“[^”\n]{0,2000}”')
SENTENCE = re.compile(r"[.!?;\n]+")


@dataclass(frozen=True)
class Prohibited:
    key: str
    cite: str
    say: str
    patterns: tuple[re.Pattern, ...]


@dataclass(frozen=True)
class Met:
    """What was found: the words as written, what the law says of it, and where it says so."""

    found: str
    say: str
    cite: str


def screen(text: str) -> list[Met]:
    """One finding for each kind that the text meets. What was said by somebody ("…") is left."""
    found: dict[str, Met] = {}
    for sentence in SENTENCE.split(fine().sub(" ", SAID.sub(" ", text or ""))):
        for kind in prohibited():
            for pattern in kind.patterns:
                if kind.key not in found and (hit := pattern.search(sentence)):
                    found[kind.key] = Met(hit[0].strip(), kind.say, kind.cite)
    return list(found.values())


@cache
def fine() -> re.Pattern:
    """What people write every day and mean no punishment by ("took her tablets")."""
    said = tomllib.loads(LIST.read_text())["fine"]
    return re.compile(rf"\b(?:{'|'.join(said)})\b(?! (?:away|off|from|back))", re.IGNORECASE)


@cache
def prohibited() -> tuple[Prohibited, ...]:
    rows = tomllib.loads(LIST.read_text())["prohibited"]
    return tuple(
        Prohibited(row["key"], row["cite"], row["say"], tuple(_patterns(row))) for row in rows
    )


def _patterns(row: dict):
    if phrases := row.get("phrases"):
        yield re.compile(rf"\b{_either(phrases)}(?!\w)", re.IGNORECASE)
    if things := row.get("things"):
        thing, gap = _either(things), rf"(?:\W+\w+){{0,{NEAR}}}?\W+"
        yield re.compile(rf"\b{DIRECT}(?:\w+\s+)?{thing}\b", re.IGNORECASE)
        yield re.compile(rf"\b{TAKEN}\b{gap}{thing}\b", re.IGNORECASE)
        yield re.compile(rf"\b{thing}\b{gap}{TAKEN}\b", re.IGNORECASE)


def _either(words: list[str]) -> str:
    longest = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word) for word in longest) + ")"
