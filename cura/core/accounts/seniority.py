"""Who may give which role, and look after whose account (docs/adr/0010).

Nobody gives herself a role. Whoever may only act at her own homes cannot make somebody who stands
above them, nor end, disable or invite such a person: a printed invitation is a way to sign in.
The `require_…` are what the actions ask. The program itself (`program.py`) is not asked.
"""

from datetime import datetime

from django.core.exceptions import PermissionDenied

from cura.core.accounts import access
from cura.core.accounts.home import Home, Organisation
from cura.core.accounts.membership import Exclusion, Membership
from cura.core.accounts.people import User
from cura.core.accounts.program import is_program
from cura.core.accounts.roles import ROLES
from cura.core.permissions import Permission as P

ABOVE_A_HOME = frozenset({"manager", "ri", "director", "compliance", "training", "admin"})
BY_A_MANAGER = frozenset({"deputy"})
_KEEPERS = frozenset(role.code for role in ROLES if P.HOME_MANAGE in role.grants)
# How high somebody stands in what a home may keep from her; every other role stands at 0.
HEIGHT = {"deputy": 1, "manager": 2, "compliance": 2, "training": 2, "admin": 2}
HEIGHT |= {"ri": 3, "director": 3}
TOP = 3
NEVER_EXCLUDED = frozenset({"inspector"})  # obstructing one is an offence (CSA 2000 s. 31(9))


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


def may_be_excluded(by: User, home: Home, now: datetime) -> list[User]:
    """From whom `by` may keep a record of this home: who stands below her there, or beside her at
    the top. Never herself, never an inspector."""
    roles = _roles_at(home, now)
    mine = _height(roles.get(by.pk, ()))
    found = [
        pk
        for pk, hers in roles.items()
        if pk != by.pk and not hers & NEVER_EXCLUDED and _above(mine, _height(hers))
    ]
    return list(User.objects.filter(pk__in=found, is_active=True).order_by("name"))


def _roles_at(home: Home, now: datetime) -> dict:
    """person -> her roles there today."""
    found: dict = {}
    held = Membership.objects.current(now).at(home)
    for user, role in held.values_list("user", "role"):
        found.setdefault(user, set()).add(role)
    return found


def _height(roles) -> int:
    return max((HEIGHT.get(role, 0) for role in roles), default=0)


def _above(mine: int, theirs: int) -> bool:
    return mine > theirs or mine == theirs == TOP


def require_program(by) -> None:
    """Only from the machine itself: an organisation is not opened on a page."""
    if not is_program(by):
        raise PermissionDenied("This is done on the machine itself: manage.py open_home.")


def require_at(by, permission: P, home) -> None:
    if not is_program(by):
        access.require(by, permission, home)


def require_keeper(by, organisation_id, now: datetime) -> None:
    """Looks after this organisation; with None, after any."""
    if is_program(by):
        return
    held = Membership.objects.current(now)
    held = held.filter(user=getattr(by, "pk", None), role__in=_KEEPERS)
    kept = held.exclude(organisation=None)
    if organisation_id:
        kept = kept.filter(organisation=organisation_id)
    if not kept.exists():
        raise PermissionDenied("Somebody who looks after the whole organisation does this.")


def require_add(by, organisation: Organisation | None) -> None:
    """Add a person to an organisation: from one of its homes. Without one, the program alone."""
    if is_program(by):
        return
    homes = access.homes(by, P.PEOPLE_MANAGE).filter(organisation=organisation)
    if organisation is None or not homes.exists():
        raise PermissionDenied(P.PEOPLE_MANAGE.words)


def require_give(by, role: str, *, user: User, now: datetime, home=None, organisation=None) -> None:
    if is_program(by):
        return
    if by == user or not may_give(by, role, now=now, home=home, organisation=organisation):
        raise PermissionDenied("Somebody above you gives this role.")


def require_care(by, person: User, now: datetime) -> None:
    if not is_program(by) and not may_care_for(by, person, now):
        raise PermissionDenied("Somebody above you looks after this account.")


def require_self(by, person: User) -> None:
    if not is_program(by) and by != person:
        raise PermissionDenied("Only she herself does this.")


def require_exclude(by, person: User, record, now: datetime) -> None:
    """RECORD_REVIEW where the record is, the record itself in sight, and her below."""
    _require_review(by, record)
    home = Home.objects.get(pk=record.home_id)
    if person not in may_be_excluded(by, home, now):
        raise PermissionDenied(f"You do not decide what {person} may see here.")


def require_end_exclusion(by, exclusion: Exclusion, now: datetime) -> None:
    """Who could have made it, and stands no lower than who did."""
    roles = _roles_at(exclusion.home, now)
    mine, hers, maker = (
        _height(roles.get(pk, ())) for pk in (by.pk, exclusion.user_id, exclusion.by_id)
    )
    access.require(by, P.RECORD_REVIEW, exclusion.home_id)
    if by.pk == exclusion.user_id or not _above(mine, hers) or mine < maker:
        raise PermissionDenied("Somebody above you decided this.")


def _require_review(by, record) -> None:
    scope = access.scope(by, P.RECORD_REVIEW)
    within = record.home_id in scope.homes
    within = within or getattr(record, "child_id", None) in scope.children
    if not within or record.pk in scope.excluded:
        raise PermissionDenied(P.RECORD_REVIEW.words)


def _same_organisation(by: User, person: User) -> bool:
    homes = access.homes(by, P.PEOPLE_MANAGE)
    return homes.filter(organisation=person.organisation_id).exists()
