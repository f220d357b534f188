"""Colleagues: who works at one's homes now."""

from django.db.models import Q

from cura.core.accounts import access
from cura.core.accounts.home import Home
from cura.core.accounts.membership import Membership
from cura.core.accounts.people import User
from cura.core.accounts.roles import ROLES
from cura.core.permissions import Permission as P

OUTSIDE = [role.code for role in ROLES if role.outside]


def roles_seen_by(user, now):
    """The roles in force at the homes whose staff she may see, and at their organisations."""
    homes = access.scope(user, P.STAFF_READ).homes
    organisations = Home.objects.filter(pk__in=homes).values("organisation")
    at = Q(home_id__in=homes) | Q(organisation__in=organisations)
    return Membership.objects.current(now).filter(at).exclude(role__in=OUTSIDE)


def colleagues(user, now):
    """Whoever may sign in and holds one of these roles, by name."""
    held = roles_seen_by(user, now).values("user")
    return User.objects.filter(is_active=True, pk__in=held).order_by("name")
