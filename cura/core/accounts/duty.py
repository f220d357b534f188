"""Who is on shift. The rota hands its answer over in `ready()`: the ground has no rota."""

from collections.abc import Callable
from datetime import datetime

from cura.core.accounts.home import Home
from cura.core.accounts.people import User

OnShift = Callable[[Home, datetime], list[User]]
ON_SHIFT: list[OnShift] = []


def on_shift(home: Home, now: datetime) -> list[User]:
    """Everybody who works at this home at this moment, each once; nobody when there is no rota."""
    found = {person.pk: person for ask in ON_SHIFT for person in ask(home, now)}
    return list(found.values())
