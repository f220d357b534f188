"""What pages ask of visits: what is planned, and when she was last seen alone."""

from datetime import datetime

from cura.core.accounts.home import Home
from cura.lib import london
from placements.visits.models import Visit
from residents.child.models import Child

MOST = 40


def stands(visit: Visit) -> str:
    if visit.cancelled_at:
        return "Called off"
    return "It took place" if visit.held_at else "Planned"


def of_child(child: Child, user):
    return Visit.objects.visible_to(user).filter(child=child)


def of_home(home: Home, user):
    """Of those who live here now, whichever home wrote it."""
    living = list(Child.objects.living_in(home).values_list("pk", flat=True))
    return Visit.objects.visible_to(user).filter(child_id__in=living)


def between(rows, start: datetime, end: datetime) -> list[Visit]:
    rows = rows.standing().between(start, end).select_related("child")
    return list(rows.order_by("happened_at", "id")[:MOST])


def next_planned(child: Child, user, now: datetime) -> Visit | None:
    return of_child(child, user).planned().filter(happened_at__gte=now).first()


def not_written(child: Child, user, now: datetime):
    """Planned for a time that is past, and nobody has written whether it took place."""
    return of_child(child, user).planned().filter(happened_at__lt=now)


def last_alone(child: Child, user) -> Visit | None:
    """The last time when she was seen without us by her social worker or reviewing officer."""
    rows = of_child(child, user).held().filter(kind__in=("social_worker", "iro"))
    return rows.filter(seen_alone=Visit.Alone.YES).order_by("-happened_at").first()


def last_alone_words(child: Child, user, now: datetime) -> str:
    found = last_alone(child, user)
    if found is None:
        return "Nobody has written that she was seen alone."
    day = london.day_words(london.local_date(found.happened_at))
    return f"Last seen alone {day}, by {found.who or found.get_kind_display().lower()}"
