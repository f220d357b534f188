"""One thing that stands between a child and the door."""

from dataclasses import dataclass
from enum import StrEnum


class Lifts(StrEnum):
    """Who may say yes all the same."""

    NOBODY = "nobody"  # a condition of registration, or what must simply be in hand
    MANAGER = "manager"
    RI = "ri"  # the responsible individual alone


@dataclass(frozen=True, kw_only=True)
class Blocks:
    """`key` names it for good: an override names the key. `lifts` says what takes it away."""

    key: str
    words: str
    lifts: str
    who: Lifts = Lifts.MANAGER
    url: str = ""
    url_words: str = ""

    @property
    def hard(self) -> bool:
        return self.who == Lifts.NOBODY
