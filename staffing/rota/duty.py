"""Who is on shift: the answer that the ground asks of the rota."""

from datetime import datetime

from cura.core.accounts.home import Home
from cura.core.accounts.people import User
from staffing.rota.models import Shift

ORDER = ("lead", "worker", "night", "day", "extra")


def shifts_now(home: Home, now: datetime, user: User | None = None) -> list[Shift]:
    """The standing lines that hold at this moment, the lead first; for a page, those that `user`
    may see. One query."""
    lines = Shift.objects.visible_to(user) if user else Shift.objects.all()
    rows = (
        lines.standing()
        .filter(home=home, happened_at__lte=now, until__gt=now)
        .exclude(kind=Shift.Kind.ON_CALL)
        .select_related("person")
    )
    return sorted(rows, key=lambda row: (ORDER.index(row.kind), row.person.name))


def on_shift(home: Home, now: datetime) -> list[User]:
    return [row.person for row in shifts_now(home, now)]
