"""A row of somebody's own Today: one verb, one tap. Each noun asks for its own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from cura.core.accounts.home import Home

NOW, SHIFT, TODAY, WEEK = "now", "shift", "today", "week"


@dataclass(frozen=True, kw_only=True)
class Due:
    """ "Write Ella's daily note". `when` is NOW, SHIFT, TODAY or WEEK; `by` sorts within it."""

    when: str
    verb: str
    url: str
    by: datetime
    about: str = ""
    icon: str = "check-circle"
    late: bool = False


Ask = Callable[[Home, object, datetime], list[Due]]
ASKED: list[Ask] = []  # apps above hand theirs over in `ready()`
