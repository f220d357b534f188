"""What a child's case record must hold (CHR 2015 reg. 36 and Schedule 3), as data: each paragraph
with how it is answered here. Apps above hand theirs over in `ready()`."""

from collections.abc import Callable
from dataclasses import dataclass

CITE = "CHR 2015 reg. 36(1) and Schedule 3"


@dataclass(frozen=True)
class Answer:
    """`text` is what is known, "" when it is missing; `url` is where it is read or written."""

    text: str
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Para:
    """`number` 1 to 13 were read in the text; what comes after is believed right and to be checked
    (statutory reference 1.13). `ask(child, user, now)` answers; None: it does not apply to her."""

    number: int
    title: str
    ask: Callable[..., Answer | None]
    checked: bool = True

    @property
    def label(self) -> str:
        return f"Paragraph {self.number}" if self.checked else "To be checked"


_paras: list[Para] = []


def add(*paras: Para) -> None:
    _paras.extend(paras)
    _paras.sort(key=lambda para: para.number)


def every() -> tuple[Para, ...]:
    return tuple(_paras)
