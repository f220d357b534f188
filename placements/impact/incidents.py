"""What has happened in the house since: kinds of event over a threshold, declared from above.

`safeguarding` hands its own over in `ready()`: nobody asks up.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Happened:
    """`key` names the event for good; `words` go on: "a hold on 5 Nov, 18:40"."""

    key: str
    words: str
    at: datetime


# (home, since, now) -> what was over the threshold after `since`.
OVER_THRESHOLD: list[Callable] = []


def since(home, moment: datetime, now: datetime) -> list[Happened]:
    found = [each for ask in OVER_THRESHOLD for each in ask(home, moment, now)]
    return sorted(found, key=lambda each: each.at)
