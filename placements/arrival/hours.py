"""The steps of the first 24 hours, by hour block, as data (`hours.toml`)."""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cura.lib import london

BEFORE = "before"


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing to do. `ask` names how it is answered (`asks.py`)."""

    key: str
    title: str
    hint: str = ""
    ask: str = "tick"
    chosen: str = ""  # a choice of the child: what it is about
    section: str = ""  # of the report


@dataclass(frozen=True, kw_only=True)
class Block:
    """Steps that belong to the same hours. `said` goes into a sentence: "7 of 9 …"."""

    key: str
    title: str
    said: str
    from_hour: int
    steps: tuple[Step, ...]


def _read() -> tuple[Block, ...]:
    facts = tomllib.loads((Path(__file__).parent / "hours.toml").read_text("utf-8"))
    return tuple(_block(**block) for block in facts["block"])


def _block(step, **facts) -> Block:
    return Block(steps=tuple(Step(**each) for each in step), **facts)


BLOCKS = _read()
STEPS = {step.key: step for block in BLOCKS for step in block.steps}
CHOICES = tuple(step for step in STEPS.values() if step.chosen)
TOLD = tuple(step for step in STEPS.values() if step.ask == "told")


def named(words: str, name: str) -> str:
    return words.replace("{name}", name)


def begun(came_at: datetime, now: datetime) -> list[Block]:
    """The blocks whose hours have begun; before she is here, only what is done before."""
    hours = (now - came_at) / london.HOUR
    return [block for block in BLOCKS if block.from_hour <= hours or block.key == BEFORE]


def in_turn(came_at: datetime, now: datetime) -> list[Step]:
    """All steps in the order in which they are next: what should have been done by now, then what
    was to be done before she came, then the hours to come."""
    here = begun(came_at, now)
    first = [b for b in here if b.key != BEFORE] or here
    later = [b for b in BLOCKS if b not in first and b.key != BEFORE]
    before = [b for b in BLOCKS if b.key == BEFORE and b not in first]
    return [step for block in (*first, *before, *later) for step in block.steps]
