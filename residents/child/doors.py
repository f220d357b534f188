"""What apps above add when a child comes or goes: handed over in `ready()`, for nobody asks up."""

from collections.abc import Callable

# (home) -> the address of the page by which a child comes to live here. The first one counts; with
# none she is written down by hand.
COMING: list[Callable] = []
# then(child=, by=, now=), inside the transaction in which she left.
AFTER_LEAVING: list[Callable] = []


def coming_url(home) -> str:
    return next((ask(home) for ask in COMING), "")
