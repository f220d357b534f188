"""A dashboard is a list of declared panels. Each app declares what it knows; nobody asks up."""

from collections.abc import Callable
from dataclasses import dataclass

from cura.core.accounts import access
from cura.core.permissions import Permission


@dataclass(frozen=True, kw_only=True)
class Panel:
    """A card on a page. `context(subject=, user=, now=)` gives its words, or None to leave it out.

    `place` is the page: "house" (the house now), "today" (a worker's own page), "child", "manager".
    `order` goes from the most urgent down; `wide` spans the page.
    """

    key: str
    place: str
    order: int
    template: str
    permission: Permission
    context: Callable[..., dict | None]
    wide: bool = False


_panels: list[Panel] = []


def register(*panels: Panel) -> None:
    _panels.extend(panels)
    _panels.sort(key=lambda panel: (panel.place, panel.order))


def all_panels() -> tuple[Panel, ...]:
    return tuple(_panels)


def shown(place: str, *, subject, user, now) -> list[dict]:
    """The panels of a page that this person may see, with their words ready."""
    home = getattr(subject, "home_id", None) or subject.pk
    found = []
    for panel in _panels:
        scope = access.scope(user, panel.permission)
        if panel.place != place or not (home in scope.homes or subject.pk in scope.children):
            continue
        context = panel.context(subject=subject, user=user, now=now)
        if context is not None:
            found.append(
                {"key": panel.key, "template": panel.template, "wide": panel.wide, **context}
            )
    return found
