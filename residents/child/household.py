"""Who lives at a home has changed: whoever must look then hands over a callable in `ready()`."""

from collections.abc import Callable

CHANGED: list[Callable[..., object]] = []  # (home, now), in the transaction of the change


def changed(home, now) -> None:
    for looks in CHANGED:
        looks(home, now)
