"""Who from outside may see a child's file, and who could."""

from django.db.models import Q

from cura.core.accounts.membership import Membership
from cura.core.accounts.people import User
from cura.lib import london
from residents.child.models import Child, ChildGrant

MOST = 100


def standing(child: Child, now) -> list[ChildGrant]:
    """Those in force, or still to begin."""
    rows = child.grants.exclude(ends__lte=now).select_related("user")
    return list(rows.order_by("starts", "pk")[:MOST])


def ended(child: Child, now) -> list[ChildGrant]:
    rows = child.grants.filter(ends__lte=now).select_related("user")
    return list(rows.order_by("-ends", "-pk")[:MOST])


def outsiders(child: Child, now):
    """People of the organisation who work at none of its homes, and those who had a grant for
    this child before."""
    working = Membership.objects.exclude(ends__lte=now).values("user")
    known = Q(organisation=child.home.organisation_id) | Q(
        pk__in=ChildGrant.objects.filter(child=child).values("user")
    )
    return User.objects.filter(known, is_active=True).exclude(pk__in=working).order_by("name")


def line(grant: ChildGrant, now) -> dict:
    """One grant in ready words."""
    begun = grant.starts <= now
    until = f"until {london.words(grant.ends)}" if grant.ends else "with no end yet"
    if grant.ends and grant.ends <= now:
        state = {"words": "Ended", "tone": "quiet", "icon": "slash-circle"}
    elif begun:
        state = {"words": "May see it now", "tone": "ok", "icon": ""}
    else:
        state = {"words": "Not begun yet", "tone": "calm", "icon": ""}
    return {
        "pk": grant.pk,
        "name": grant.user.name,
        "role": grant.get_role_display(),
        "when": f"from {london.words(grant.starts)}, {until}",
        "state": state,
    }
