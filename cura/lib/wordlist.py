"""A kind word about words, before a record is signed. It shows, and never stops or rewrites.

Care-experienced people have said for years which words hurt, and what was meant is nearly always
something that was seen or said. A home can edit its list; ours stands in `wordlist.toml`.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

OURS = Path(__file__).with_name("wordlist.toml")
# What stands in quotation marks was said by somebody, and is left as it was said.
SAID = re.compile(r'"[^"\n]{0,2000}"|“[^”\n]{0,2000}”')
BETWEEN_WORDS = r"[\s\-\u2010\u2011\u2013]+"


class Hint(NamedTuple):
    """The word as it was written, and a sentence that offers another."""

    found: str
    sentence: str


@dataclass(frozen=True)
class Entry:
    """Words that mean the same, and what we say of them. `exact` minds capitals (LAC)."""

    seen: tuple[str, ...]
    say: str
    exact: bool = False


def hints(text: str, entries: Sequence[Entry] | None = None) -> list[Hint]:
    """One hint for each entry that the text meets, in the order of the text."""
    text = SAID.sub(lambda said: " " * len(said[0]), text)
    met = []
    for entry in our_entries() if entries is None else entries:
        found = _pattern(entry).search(text)
        if found:
            met.append((found.start(), Hint(found[0], entry.say)))
    return [hint for _, hint in sorted(met)]


def read_entries(source: str) -> tuple[Entry, ...]:
    """Entries from TOML as in `wordlist.toml`. Raises ValueError when it cannot be read."""
    rows = tomllib.loads(source).get("words", [])
    try:
        return tuple(
            Entry(tuple(row["seen"]), str(row["say"]), bool(row.get("exact"))) for row in rows
        )
    except (KeyError, TypeError, AttributeError):
        raise ValueError("Each entry needs `seen`, a list of words, and `say`, a sentence.")


@cache
def our_entries() -> tuple[Entry, ...]:
    return read_entries(OURS.read_text())


@lru_cache(maxsize=1024)
def _pattern(entry):
    words = sorted(entry.seen, key=len, reverse=True)
    either = "|".join(_loosely(word) for word in words)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", 0 if entry.exact else re.IGNORECASE)


def _loosely(word):
    """However its parts are joined, and with either apostrophe."""
    parts = (re.escape(part).replace("'", "['’]") for part in re.split(r"[\s\-]+", word))
    return BETWEEN_WORDS.join(parts)
