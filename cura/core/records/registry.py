"""The kinds of record and what they may hang under, handed over by each app in `ready()`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured
from django.db.models import Model, QuerySet

from cura.core.accounts import access
from cura.core.accounts.home import Home
from cura.core.records.types import RecordType


@dataclass(frozen=True, kw_only=True)
class Scope:
    """What a record hangs under: addresses, and whom one may write about.

    `visible(user, permission)` gives the subjects; `header(request, subject)` what the top of its
    pages shows (None for nothing).
    """

    name: str
    model: type[Model]
    path: str  # "children/<uuid:subject>/"
    key: str  # the field that the address holds: "pk" or "slug"
    visible: Callable[[object, str], QuerySet]
    header: Callable[[object, Model], dict | None] = lambda request, subject: None


HOME = Scope(
    name="home",
    model=Home,
    path="homes/<slug:subject>/",
    key="slug",
    visible=access.homes,
)
_types: dict[str, RecordType] = {}
_scopes: dict[str, Scope] = {HOME.name: HOME}


def add_scope(scope: Scope) -> None:
    _scopes[scope.name] = scope


def scope(name: str) -> Scope:
    return _scopes[name]


def scopes() -> Iterator[Scope]:
    return iter(tuple(_scopes.values()))


def scope_of(subject: Model) -> Scope:
    return next(s for s in _scopes.values() if isinstance(subject, s.model))


def register(*types: RecordType) -> None:
    """Refuses two kinds of one label, slug or prefix, and models that do not say who may see."""
    for type in types:
        for other in _types.values():
            for name in ("label", "slug", "prefix"):
                if getattr(other, name) == getattr(type, name):
                    raise ImproperlyConfigured(f"Two kinds of record share {name}: {type.slug}")
        for name in ("read", "write", "about", "keep"):
            if not hasattr(type.model, name):
                raise ImproperlyConfigured(f"{type.label} does not say `{name}`")
        _types[type.label] = type


def all_types() -> Iterator[RecordType]:
    return iter(tuple(_types.values()))


def of(record: Model | type[Model] | str) -> RecordType:
    """The kind of a record, a model or a label. KeyError when it is none."""
    label = record if isinstance(record, str) else record._meta.label_lower
    return _types[label]


def find(label: str) -> RecordType | None:
    return _types.get(label)
