"""What may be said of thirteen points, and what may not. Pure.

A run chart with its median, read by two rules (Anhøj and Olesen, PLoS ONE 2014;9(11):e113825, from
ten points on; points on the median do not count): a run on one side that is longer than
round(log2(n) + 3), or fewer crossings of the median than chance makes in nineteen of twenty such
charts. The same study finds the rule of five rising points all but useless, so it is not used.
Where less can be said, less is said: in a house of four, what looks like a change is mostly chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import comb, log2
from statistics import median

FEW_EVENTS = 5  # fewer in a year say nothing, and may point at one child
FEW_POINTS = 10
FEW_NIGHTS = 14  # a period with fewer child-nights has no rate: one event would be a mountain


@dataclass(frozen=True)
class Course:
    """`rates` per hundred child-nights; None where too few nights were slept."""

    counts: tuple[int, ...]
    rates: tuple[float | None, ...]

    @property
    def too_few(self) -> bool:
        return sum(self.counts) < FEW_EVENTS

    @property
    def known(self) -> list[float]:
        return [rate for rate in self.rates if rate is not None]

    @property
    def median(self) -> float:
        return round(median(self.known), 1) if self.known else 0.0

    @property
    def says(self) -> str:
        """One sentence: a shift and where it lies, or that there is none."""
        if self.too_few:
            return "Too few to say."
        if len(self.known) < FEW_POINTS:
            return "Too short a time to say whether it goes up or down."
        middle = median(self.known)
        return _shift([rate > middle for rate in self.known if rate != middle])


def course(counts: Sequence[int], nights: Sequence[int]) -> Course:
    rates = (
        round(100 * count / slept, 1) if slept >= FEW_NIGHTS else None
        for count, slept in zip(counts, nights, strict=True)
    )
    return Course(tuple(counts), tuple(rates))


def _shift(above: Sequence[bool]) -> str:
    runs = [(side, len(list(run))) for side, run in groupby(above)]
    count = len(above)
    if count < FEW_POINTS or not _more_than_chance(count, runs):
        return "No change that is more than chance."
    longest = max(range(len(runs)), key=lambda n: (runs[n][1], n))  # of two alike, the later
    side, length = runs[longest]
    words = f"stayed {'above' if side else 'below'} the middle"
    if longest == len(runs) - 1:
        return f"More than chance: it has {words} for the last {length} points."
    return f"More than chance: it {words} for {length} points, and then no longer."


def _more_than_chance(count: int, runs: Sequence[tuple[bool, int]]) -> bool:
    too_long = max(length for _, length in runs) > round(log2(count) + 3)
    return too_long or len(runs) - 1 < fewest_crossings(count)


def fewest_crossings(count: int) -> int:
    """Fewer than these come by chance in less than one chart of twenty: the fifth hundredth of a
    coin thrown once between each two points."""
    throws = count - 1
    least = seen = 0
    while (seen := seen + comb(throws, least)) < 0.05 * 2**throws:
        least += 1
    return least
