"""After her pass has ended somebody may finish what she had begun to write, and read nothing more.

An account of a restraint at 07:40 is not lost because the shift ended at 08:00. Which roles, and
for how long, the role says (`Role.finish`). Whoever must not write at all any more is disabled.
"""

from datetime import datetime, timedelta

from django.db.models import Q

from cura.core.accounts.membership import Membership
from cura.core.accounts.people import User
from cura.core.accounts.roles import ROLES, role

FINISH = {each.code: each.finish for each in ROLES if each.finish}
LAST_MOMENT = timedelta(microseconds=1)


def ended(user: User, now: datetime) -> list[Membership]:
    """Her roles that ended a little while ago, the last first. One query."""
    lately = Q()
    for code, finish in FINISH.items():
        lately |= Q(role=code, ends__gt=now - finish)
    rows = Membership.objects.filter(lately, user=user, ends__lte=now).order_by("-ends")
    return list(rows.select_related("home")) if user.is_active else []


def covers(held: Membership, permission: str, home, begun: datetime) -> bool:
    """Whether words begun then at this home may be finished by what she held."""
    there = home.pk == held.home_id or home.organisation_id == held.organisation_id
    return there and permission in role(held.role).grants and held.starts <= begun < held.ends


def until(held: Membership) -> datetime:
    return held.ends + FINISH[held.role]


def ending(now: datetime, within: timedelta):
    """Roles of this kind that end soon."""
    rows = Membership.objects.current(now).filter(role__in=FINISH, ends__lte=now + within)
    return rows.exclude(home=None).select_related("user", "home").order_by("ends")
