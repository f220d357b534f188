"""Soft references: how the rooms below `records` know a record, and who may see what points at it.

A notice, a file or a search entry holds label, id, home, child and the permission to read it as
plain columns (`of`), so that it can ask the scope itself: in its query (`visible`) or one by one.
"""

from collections import defaultdict
from uuid import UUID

from django.db.models import Model, Q

from cura.core.accounts import access
from cura.core.audit import log


def of(record: Model) -> dict:
    """label, object_id, home_id, child_id and permission of a record, a child or a home."""
    where = {k: v for k, v in log.target(record).items() if k != "title"}
    if not getattr(record, "of_child", True):
        where["child_id"] = None  # seen by its home only, whoever it may name
    return where | {"permission": reading(type(record))}


def reading(model: type[Model]) -> str:
    """The permission to read rows of this model, as it says itself; "" for one that has none."""
    return str(getattr(model, "read", ""))


def sees(user, where: dict, now=None) -> bool:
    """Whether she may read what this reference points at."""
    scope = access.scope(user, where["permission"], now)
    if where["object_id"] in scope.excluded:
        return False
    return where["home_id"] in scope.homes or where["child_id"] in scope.children


def visible(user, now=None) -> Q:
    """The rows whose permission she holds at their home, or for their child, less the exclusions.

    Permissions that reach the same homes and children share one clause: a care worker of one home
    asks one, not twenty. Ids only, never a join in an OR.
    """
    rights = access.rights(user, now)
    reach: dict[tuple[frozenset[UUID], frozenset[UUID]], list[str]] = defaultdict(list)
    for permission in sorted(rights.homes.keys() | rights.granted.keys()):
        scope = rights.scope(permission)
        reach[scope.homes, scope.children].append(permission)
    allowed = Q(pk__in=())
    for (homes, children), permissions in reach.items():
        within = Q(home_id__in=homes) | Q(child_id__in=children)
        allowed |= Q(permission__in=permissions) & within
    if rights.excluded:
        allowed &= ~Q(object_id__in=rights.excluded)
    return allowed
