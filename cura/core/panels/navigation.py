"""What stands in the menus. Apps hand their entries over in `ready()`."""

from collections.abc import Callable
from dataclasses import dataclass

from cura.core.permissions import Permission


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A line of the menu. `url(home)` is asked only for people who hold the permission there.

    `place`: "main" (the bar), "phone" (only the bar below on a phone), "house" (a button at the top
    of the house now: what is done many times a day, one tap away), "more" (the page More, under
    `section`). `on_phone`: whether a line of the bar stands in the five of the phone, too.
    """

    title: str
    icon: str
    url: Callable[..., str]
    permission: Permission
    place: str = "more"
    section: str = ""
    order: int = 50
    on_phone: bool = True


_entries: list[Entry] = []


def add(*entries: Entry) -> None:
    _entries.extend(entries)
    _entries.sort(key=lambda entry: (entry.order, entry.title))


def phone() -> list[Entry]:
    """The bar below on a phone, in order: five at most are shown."""
    return [e for e in _entries if e.place == "phone" or (e.place == "main" and e.on_phone)]


def entries(place: str) -> list[Entry]:
    return [entry for entry in _entries if entry.place == place]
