"""The duties of a children's home, as data with a citation: `catalogue/*.toml`, one file an area.

A duty says what must be done how long after what, and on what ground. Attaching it to a kind of
record is a rule (rules.py). What is marked M was not read in the primary text: "to be checked".
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from cura.core.deadlines import offsets
from cura.core.deadlines.offsets import Hours, Offset

FOLDER = Path(__file__).parent / "catalogue"
MARKS = ("V", "V2", "M", "M?")
BASES = {"law": "Law", "guidance": "Guidance", "policy": "Our policy"}
OWNERS = ("ours", "theirs")


@dataclass(frozen=True, kw_only=True)
class Duty:
    """`offset` is what the law or guidance says; `target` is what the home aims at where they give
    no number, and is not law. `at_once`: the text says "without delay" or the like."""

    key: str
    area: str
    title: str
    trigger: str
    done: str
    role: str
    cite: str
    basis: str  # law, guidance, policy
    mark: str  # V read, V2 read second-hand, M from memory, M? doubtful
    offset: Offset | None = None
    target: Offset | None = None
    at_once: bool = False
    owner: str = "ours"  # or "theirs": the home chases, and is not the duty-holder
    note: str = ""
    in_force_from: date | None = None
    in_force_until: date | None = None  # the first day on which it no longer holds

    @cached_property
    def interval(self) -> Offset | None:
        """How long until it is due, unless the home has set its own. None: somebody must say."""
        return self.offset or self.target or (Hours(0) if self.at_once else None)

    @cached_property
    def settable(self) -> bool:
        """Whether the home may set the interval: its policy, or where the law gives no number."""
        return self.basis == "policy" or self.offset is None

    @property
    def to_be_checked(self) -> bool:
        return self.mark.startswith("M")

    @property
    def basis_words(self) -> str:
        return BASES[self.basis]

    def holds_on(self, day: date) -> bool:
        """The record's own date picks the rule."""
        begun = self.in_force_from is None or day >= self.in_force_from
        return begun and (self.in_force_until is None or day < self.in_force_until)


@cache
def _catalogue() -> dict[str, Duty]:
    found: dict[str, Duty] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        for key, facts in tomllib.loads(path.read_text("utf-8")).items():
            if key in found:
                raise ValueError(f"The duty {key} stands twice in the catalogue.")
            found[key] = _duty(key, path.stem, facts)
    return found


def _duty(key: str, area: str, facts: dict) -> Duty:
    for name in ("offset", "target"):
        if name in facts:
            facts[name] = offsets.read(facts[name])
    duty = Duty(key=key, area=area, **facts)
    if duty.basis not in BASES or duty.mark not in MARKS or duty.owner not in OWNERS:
        raise ValueError(f"The duty {key} has a basis, mark or owner that nobody knows.")
    return duty


def duty(key: str) -> Duty:
    """The duty with this key. KeyError when there is none: keys are never typed by a person."""
    return _catalogue()[key]


def all_duties() -> Iterator[Duty]:
    return iter(_catalogue().values())
