"""Who may see what, now: the one place that reads guardian's rows, always with their dates.

`scope(user, permission)` gives three sets of ids. A request asks three queries in all, however
many permissions its page needs: grants, children, exclusions (`remembering`). Outside a request
nothing is remembered, so that a job sees a right end in the second in which it ends.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils import timezone

from cura.core.accounts.home import Home
from cura.core.accounts.membership import Exclusion, HomeUserObjectPermission
from cura.core.accounts.people import User
from cura.core.permissions import Permission


@dataclass(frozen=True)
class Scope:
    """Ids only: `homes` whose records may be seen, `children` likewise, `excluded` records."""

    homes: frozenset[UUID] = frozenset()
    children: frozenset[UUID] = frozenset()
    excluded: frozenset[UUID] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.homes or self.children)


@dataclass(frozen=True)
class Rights:
    """All of a person's rights at one moment, from which each `Scope` is cut."""

    homes: dict[str, frozenset[UUID]]
    # child -> the home that keeps her file, of the homes above: where she lives now or lived last.
    # It reads what other homes wrote before; what a home wrote itself it reads by `homes` alone.
    file_at: dict[UUID, UUID]
    granted: dict[str, frozenset[UUID]]  # permission -> children granted one by one
    excluded: frozenset[UUID]
    roles: frozenset[str] = frozenset()  # of the memberships in force

    def scope(self, permission: str) -> Scope:
        homes = self.homes.get(permission, frozenset())
        children = frozenset(c for c, home in self.file_at.items() if home in homes)
        return Scope(homes, children | self.granted.get(permission, frozenset()), self.excluded)


# `residents` hands over both in `ready()`: the ground does not know children.
FilesKeptAt = Callable[[frozenset[UUID]], dict[UUID, UUID]]
ChildrenGranted = Callable[[User, datetime], dict[str, frozenset[UUID]]]
FILES_KEPT_AT: list[FilesKeptAt] = []
CHILDREN_GRANTED: list[ChildrenGranted] = []
# Of records that somebody is kept from: the rows that would betray them (what they set going).
KEPT_WITH: list[Callable[[frozenset[UUID]], Iterable[UUID]]] = []

_NOBODY = Rights({}, {}, {}, frozenset())
_memory: ContextVar[dict | None] = ContextVar("rights_of_this_request", default=None)


@contextmanager
def remembering() -> Iterator[None]:
    """Ask each person's rights once within this block: the request."""
    token = _memory.set({})
    try:
        yield
    finally:
        _memory.reset(token)


@contextmanager
def as_held(user: User, at: datetime) -> Iterator[None]:
    """Within this block she has the rights that she had at that moment, less what she is kept from
    now. Only for finishing what she had begun (`finishing.py`)."""
    held, hidden = _read(user, at), rights(user).excluded
    token = _memory.set({user.pk: replace(held, excluded=held.excluded | hidden)})
    try:
        yield
    finally:
        _memory.reset(token)


def forget() -> None:
    """After a change of rights inside a request, ask again."""
    if (memory := _memory.get()) is not None:
        memory.clear()


def rights(user, now: datetime | None = None) -> Rights:
    memory = _memory.get()
    if not getattr(user, "is_active", False) or not user.is_authenticated:
        return _NOBODY
    if memory is None or now is not None:
        return _read(user, now or timezone.now())
    if user.pk not in memory:
        memory[user.pk] = _read(user, timezone.now())
    return memory[user.pk]


def _read(user: User, now: datetime) -> Rights:
    homes: dict[str, set[UUID]] = {}
    rows = (
        HomeUserObjectPermission.objects.filter(user=user, membership__starts__lte=now)
        .filter(Q(membership__ends=None) | Q(membership__ends__gt=now))
        .values_list("permission__codename", "content_object_id", "membership__role")
    )
    roles = set()
    for permission, home, role in rows:
        homes.setdefault(permission, set()).add(home)
        roles.add(role)
    every = frozenset().union(*homes.values())
    file_at = {c: h for ask in FILES_KEPT_AT for c, h in ask(every).items()} if every else {}
    granted = {p: c for ask in CHILDREN_GRANTED for p, c in ask(user, now).items()}
    hidden = set(
        Exclusion.objects.standing(now).filter(user=user).values_list("object_id", flat=True)
    )
    for ask in KEPT_WITH if hidden else ():
        hidden |= set(ask(frozenset(hidden)))
    return Rights(
        {p: frozenset(h) for p, h in homes.items()},
        file_at,
        granted,
        frozenset(hidden),
        frozenset(roles),
    )


def scope(user, permission: str, now: datetime | None = None) -> Scope:
    return rights(user, now).scope(permission)


def has(user, permission: str, home: Home | UUID | None = None) -> bool:
    """Whether she holds it at this home; without a home, at any home."""
    homes = scope(user, permission).homes
    if home is None:
        return bool(homes)
    return getattr(home, "pk", home) in homes


def require(user, permission: str, home: Home | UUID | None = None) -> None:
    if not has(user, permission, home):
        raise PermissionDenied(Permission(permission).words)


def homes(user, permission: str = Permission.HOME_READ):
    """The homes where she holds the permission, by name."""
    return Home.objects.filter(pk__in=scope(user, permission).homes)
