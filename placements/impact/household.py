"""Who lives at the home, and who has come, left or changed rooms since a moment."""

from datetime import datetime

from django.db.models import Q

from cura.core.accounts.home import Home
from cura.lib import london
from placements.impact.staleness import Since
from residents.child.models import Child, Stay

ADULT = 18


def starting(home: Home, user, now) -> list[dict]:
    """A line for each who lives here, offered by itself."""
    return [{"child": child.pk} for child in Child.objects.living_in(home)]


def is_adult(born, day) -> bool:
    return bool(born and born <= day and london.age(born, day) >= ADULT)


def changes(home: Home, since: datetime, now: datetime, besides=None) -> tuple[Since, ...]:
    """One query. `besides` is the child whose own coming is asked about."""
    later = Q(starts__gt=since) | Q(ends__gt=since)
    rows = Stay.objects.filter(later, home=home, starts__lte=now).exclude(child=besides)
    stays = list(rows.select_related("child", "bed").order_by("starts", "id"))
    begun = {(stay.child_id, stay.starts) for stay in stays}
    ended = {(stay.child_id, stay.ends) for stay in stays}
    found = []
    for stay in stays:
        who = stay.child.name
        if stay.starts > since:
            moved = (stay.child_id, stay.starts) in ended
            words = f"{who} has another room." if moved else f"{who} came."
            found.append(Since(f"came/{stay.pk}", words, stay.starts))
        gone = stay.ends and since < stay.ends <= now
        if gone and (stay.child_id, stay.ends) not in begun:
            found.append(Since(f"left/{stay.pk}", f"{who} left.", stay.ends))
    return tuple(found)
