"""How much one may be asked to read at once, so that people keep looking (oversight.md).

Five lines at the start of a shift, fifteen for who manages the home; what is beyond is a figure.
"""

from cura.core.accounts import access
from cura.core.notices.notice import Notice
from cura.core.permissions import Permission as P

AT_A_SHIFT, FOR_A_MANAGER = 5, 15
LOOKED_AT = 500  # nobody has so many; who has learns so from the inbox


def lines_for(user, home) -> int:
    return FOR_A_MANAGER if access.has(user, P.RECORD_REVIEW, home) else AT_A_SHIFT


def needs(user, home, now) -> list[Notice]:
    """What needs her at this home, the most urgent first, each thing once. One query.

    A deadline needs her until it is met, whether or not she has read of it; all else until it is
    read. What is of no home stands here, too.
    """
    rows = Notice.objects.visible_to(user).of_home(home).needing().select_related("deadline")
    return sorted(rows[:LOOKED_AT], key=_urgency)


def _urgency(notice: Notice) -> tuple:
    """Urgent, overdue, due soon, told by people. The sooner due first; of the told, the newest."""
    deadline = notice.deadline
    if deadline is None:
        return not notice.urgent, 2, -notice.at.timestamp()
    return not notice.urgent, int(deadline.state == "open"), deadline.due_at.timestamp()
