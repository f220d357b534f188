"""At what time this home hands over: its own habit, read from its last handovers."""

from collections import defaultdict
from datetime import datetime, time, timedelta

from cura.core.accounts.home import Home
from cura.lib import london
from residents.handover.models import Handover
from residents.hours import on_day

Change = Handover.Change
LOOKED_AT = 45
ENOUGH = 3
UNTIL_KNOWN = {Change.MAIN: time(9, 30), Change.TO_NIGHT: time(22), Change.FROM_NIGHT: time(8, 15)}
DAY = timedelta(days=1)


def times(home: Home, user) -> dict[str, time]:
    """The middle one of the last times of each kind; the usual ones while there are too few."""
    rows = Handover.objects.visible_to(user).standing().filter(home=home)
    rows = rows.order_by("-happened_at", "-id")
    seen = defaultdict(list)
    for change, moment in rows.values_list("change", "happened_at")[:LOOKED_AT]:
        seen[change].append(london.local(moment).time().replace(second=0, microsecond=0))
    known = {c: sorted(t)[len(t) // 2] for c, t in seen.items() if len(t) >= ENOUGH}
    return {change: known.get(change, usual) for change, usual in UNTIL_KNOWN.items()}


def nearest(home: Home, user, now: datetime) -> tuple[str, datetime]:
    """The change of shift that is nearest to this moment, and when it is."""
    usual = times(home, user)
    found = [(change, at) for change, clock in usual.items() for at in _around(now, clock)]
    return min(found, key=lambda pair: abs(pair[1] - now))


def _around(now: datetime, clock: time) -> list[datetime]:
    day = london.local_date(now)
    return [on_day(day + n * DAY, clock) for n in (-1, 0, 1)]


def choices(home: Home, user) -> list[tuple[str, str]]:
    """For the form: "The main one, team to team (09:30)"."""
    usual = times(home, user)
    return [(c.value, f"{c.label} ({usual[c.value]:%H:%M})") for c in Change]
