"""Who may act for the registered person: by role, or by the register of that day."""

from datetime import datetime
from uuid import UUID

from cura.core.accounts.home import Home
from cura.core.accounts.membership import Membership
from staffing.authorised.models import Authorised

# The registered manager, and the responsible individual for the registered provider (CHR 2015
# regs 26 to 28). A deputy or a director acts when she stands in the register.
REGISTERED = ("manager", "ri")


def is_registered(user, home: Home, now: datetime) -> bool:
    roles = Membership.objects.current(now).at(home)
    return roles.filter(user=user, role__in=REGISTERED).exists()


def is_authorised(user, home_id: UUID, task: str, now: datetime) -> bool:
    """Whether she stands in the register of this home, for this task, at this moment."""
    rows = Authorised.objects.in_force(now)
    return rows.filter(home_id=home_id, person=user, task=task).exists()


def may_act(user, home: Home, task: str, now: datetime) -> bool:
    return is_registered(user, home, now) or is_authorised(user, home.pk, task, now)
