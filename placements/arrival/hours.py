"""The steps of the first 24 hours, by hour block, as data (`hours.toml`)."""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cura.lib import london


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
    """Steps that belong to the same hours. `said` goes into a sentence: "7 of 9 …". From
    `until_hour` on, what is left of them waits behind what belongs to the hour."""

    key: str
    title: str
    said: str
    from_hour: int
    until_hour: int
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
    return [block for block in BLOCKS if block.from_hour <= hours] or [BLOCKS[0]]


def in_turn(came_at: datetime, now: datetime) -> list[Step]:
    """All steps in the order in which they are next: what belongs to this hour, what is left of
    the hours before it, the hours to come."""
    hours, here = (now - came_at) / london.HOUR, begun(came_at, now)
    due = [block for block in here if hours < block.until_hour] or here[-1:]
    left = [block for block in reversed(here) if block not in due]
    coming = [block for block in BLOCKS if block not in here]
    return [step for block in (*due, *left, *coming) for step in block.steps]
