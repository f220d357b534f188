"""What the ground asks of us to cut a scope: which home keeps whose file, and what was granted."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from cura.core.accounts import access
from residents.child.models import Child, ChildUserObjectPermission, Stay


def files_kept_at(homes: frozenset[UUID]) -> dict[UUID, UUID]:
    """Child to the home that keeps her file: where she lives now, or lived last. Of those who have
    left only they are named about whom another home had written before: the file of the others is
    their home's own records, which it sees without this. One query."""
    elsewhere = Stay.objects.filter(child=OuterRef("pk")).exclude(home=OuterRef("home"))
    rows = Child.objects.filter(Q(left_at=None) | Exists(elsewhere), home_id__in=homes)
    return dict(rows.values_list("pk", "home_id"))


def granted(user, now) -> dict[str, frozenset[UUID]]:
    """Permission to children, for grants that hold at this moment. One query."""
    rows = (
        ChildUserObjectPermission.objects.filter(user=user, grant__starts__lte=now)
        .filter(Q(grant__ends=None) | Q(grant__ends__gt=now))
        .values_list("permission__codename", "content_object_id")
    )
    found: dict[str, set[UUID]] = {}
    for permission, child in rows:
        found.setdefault(permission, set()).add(child)
    return {permission: frozenset(children) for permission, children in found.items()}


def holds(user, permission: str, child: Child) -> bool:
    """Whether she may do this for this child: in the home where the child lives, or by a grant."""
    scope = access.scope(user, permission)
    return child.home_id in scope.homes or child.pk in scope.children
