"""Who may give which role, and look after whose account (docs/adr/0010).

Nobody gives herself a role. Whoever may only act at her own homes cannot make somebody who stands
above them, nor end, disable or invite such a person: a printed invitation is a way to sign in.
"""

from datetime import datetime

from django.core.exceptions import PermissionDenied

from cura.core.accounts import access
from cura.core.accounts.home import Home, Organisation
from cura.core.accounts.membership import Membership
from cura.core.accounts.people import User
from cura.core.accounts.roles import ROLES
from cura.core.permissions import Permission as P

ABOVE_A_HOME = frozenset({"manager", "ri", "director", "compliance", "training", "admin"})
BY_A_MANAGER = frozenset({"deputy"})
_KEEPERS = frozenset(role.code for role in ROLES if P.HOME_MANAGE in role.grants)


def keeps_organisation(by: User, organisation_id, now: datetime) -> bool:
    """Holds HOME_MANAGE for the whole organisation, not for one of its homes."""
    held = Membership.objects.current(now)
    return held.filter(user=by, organisation=organisation_id, role__in=_KEEPERS).exists()


def may_give(
    by: User,
    role: str,
    *,
    now: datetime,
    home: Home | None = None,
    organisation: Organisation | None = None,
) -> bool:
    if organisation is not None or home is None:
        return organisation is not None and keeps_organisation(by, organisation.pk, now)
    if not access.has(by, P.PEOPLE_MANAGE, home):
        return False
    if keeps_organisation(by, home.organisation_id, now):
        return True
    if role in BY_A_MANAGER:
        return access.has(by, P.RECORD_REVIEW, home)
    return role not in ABOVE_A_HOME


def may_care_for(by: User, person: User, now: datetime) -> bool:
    """Invite, change or disable her: who could have given her all the roles that she has."""
    if by == person or not person.is_active and person.organisation_id is None:
        return False
    coming_or_now = Membership.objects.filter(user=person).exclude(ends__lte=now)
    held = coming_or_now.select_related("home", "organisation")
    if not held:
        return _same_organisation(by, person)
    return all(
        may_give(by, m.role, now=now, home=m.home, organisation=m.organisation) for m in held
    )


def require_give(
    by: User, role: str, *, user: User, now: datetime, home=None, organisation=None
) -> None:
    if by == user or not may_give(by, role, now=now, home=home, organisation=organisation):
        raise PermissionDenied("Somebody above you gives this role.")


def require_care(by: User, person: User, now: datetime) -> None:
    if not may_care_for(by, person, now):
        raise PermissionDenied("Somebody above you looks after this account.")


def _same_organisation(by: User, person: User) -> bool:
    homes = access.homes(by, P.PEOPLE_MANAGE)
    return homes.filter(organisation=person.organisation_id).exists()
