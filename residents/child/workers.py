"""The adults of a child's home: who may be her key worker, and who must have read what."""

from cura.core.accounts.home import Home
from cura.core.accounts.membership import Membership
from cura.core.accounts.people import User
from cura.core.accounts.roles import ROLES
from cura.core.permissions import Permission as P


def workers(home: Home, now, permission: str = P.DAILY_WRITE):
    """People who work at this home now in a role that holds the permission, by name."""
    roles = [role.code for role in ROLES if permission in role.grants and not role.outside]
    held = Membership.objects.at(home).current(now).filter(role__in=roles)
    return User.objects.filter(is_active=True, pk__in=held.values("user")).order_by("name")
