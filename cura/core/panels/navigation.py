"""What stands in the menus. Apps hand their entries over in `ready()`."""

from collections.abc import Callable
from dataclasses import dataclass

from cura.core.permissions import Permission


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A line of the menu. `url(home)` is asked only for people who hold the permission there.

    `place`: "main" (the bar), "more" (the page More, under `section`).
    """

    title: str
    icon: str
    url: Callable[..., str]
    permission: Permission
    place: str = "more"
    section: str = ""
    order: int = 50


_entries: list[Entry] = []


def add(*entries: Entry) -> None:
    _entries.extend(entries)
    _entries.sort(key=lambda entry: (entry.order, entry.title))


def entries(place: str) -> list[Entry]:
    return [entry for entry in _entries if entry.place == place]
