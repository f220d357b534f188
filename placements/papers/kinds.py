"""What others owe us about a child: kinds of paper as data, each with its ground (`kinds.toml`)."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.db import models

from cura.core.deadlines.duty import Duty, duty
from cura.lib import london

FILE = Path(__file__).parent / "kinds.toml"
BASES = {"law": "Law", "guidance": "Guidance", "practice": "Good practice"}
COUNTS = ("asked", "placement", "looked_after", "sixteen")


class Owes(models.TextChoices):
    """Who owes it: whom we ask first."""

    COUNCIL = "council", "The council"
    LAST_HOME = "last_home", "Where the child lived before"
    SCHOOL = "school", "School"
    HEALTH = "health", "Health"


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of paper. `days` are working days from `counts` until we want it."""

    key: str
    title: str
    owes: str
    days: int
    basis: str
    cite: str
    name: str = ""
    before: bool = False
    counts: str = "asked"
    duty: str = ""
    usual: bool = False
    count: int = 1
    from_age: int = 0

    @property
    def ground(self) -> str:
        return f"{BASES[self.basis]}: {self.cite}"

    @property
    def of_duty(self) -> Duty | None:
        return duty(self.duty) if self.duty else None


def _read() -> dict[str, Kind]:
    found = {}
    for key, facts in tomllib.loads(FILE.read_text("utf-8")).items():
        kind = Kind(key=key, **facts)
        if kind.owes not in Owes.values or kind.basis not in BASES or kind.counts not in COUNTS:
            raise ValueError(f"The paper {key} has a word that nobody knows.")
        found[key] = kind
    return found


KINDS = _read()
CHOICES = [(kind.key, kind.title) for kind in KINDS.values()]


def kind(key: str) -> Kind:
    """KeyError when there is none: keys are never typed by a person."""
    return KINDS[key]


def usual(born=None, on=None) -> list[str]:
    """What is asked for every child of this age. Of one whose age nobody knows: all of it but what
    is for the oldest only."""
    age = london.age(born, on) if born and on and born <= on else 0
    return [k.key for k in KINDS.values() if k.usual and age >= k.from_age]


def titles(keys: Iterable[str]) -> list[str]:
    return [KINDS[key].title for key in keys]
