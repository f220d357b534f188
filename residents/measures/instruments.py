"""Licensed instruments as data: name, scales, ranges, and the levels of each informant. Pure.

No text of a form is kept here or asked for anywhere: whoever holds the licence scores it, and the
figures are entered.
"""

import tomllib
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path

LIST = Path(__file__).with_name("instruments.toml")
OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Scale:
    title: str
    low: int
    high: int
    worse: str = "high"  # where the hard end is: "high" or "low"


@dataclass(frozen=True, kw_only=True)
class Instrument:
    """`cuts`: informant -> scale -> the first score of each level beyond the first."""

    key: str
    title: str
    short: str
    scales: tuple[Scale, ...]
    levels: tuple[str, ...] = ()
    levels_low: tuple[str, ...] = ()
    cuts: dict = field(default_factory=dict)

    def scale(self, title: str) -> Scale | None:
        wanted = title.strip().casefold()
        return next((s for s in self.scales if s.title.casefold() == wanted), None)

    def level(self, informant: str, title: str, score: Decimal) -> str:
        """Where the table of this informant puts the score; "" where there is no table."""
        scale = self.scale(title)
        cuts = self.cuts.get(informant, {}).get(scale.title) if scale else None
        if not cuts:
            return ""
        if scale.worse == "low":
            return self.levels_low[sum(score <= cut for cut in cuts)]
        return self.levels[sum(score >= cut for cut in cuts)]


@cache
def all_instruments() -> dict[str, Instrument]:
    rows = tomllib.loads(LIST.read_text("utf-8"))
    return {
        key: Instrument(
            key=key,
            title=row["title"],
            short=row["short"],
            scales=tuple(Scale(**scale) for scale in row["scales"]),
            levels=tuple(row.get("levels", ())),
            levels_low=tuple(row.get("levels_low", ())),
            cuts=row.get("cuts", {}),
        )
        for key, row in rows.items()
    }


def instrument(key: str) -> Instrument | None:
    """None for one that only has a name of its own."""
    return all_instruments().get(key)


def choices() -> list[tuple[str, str]]:
    return [*((i.key, i.title) for i in all_instruments().values()), (OTHER, "Another one")]
