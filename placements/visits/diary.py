"""Visits in the house diary: nobody types them there a second time."""

from datetime import datetime

from django.urls import reverse

from placements.visits import reading
from placements.visits.models import Visit
from residents.child.models import Child
from residents.diary.lines import Line


def visits(subject, start: datetime, end: datetime, user) -> list[Line]:
    ask = reading.of_child if isinstance(subject, Child) else reading.of_home
    return [line(visit) for visit in reading.between(ask(subject, user), start, end)]


def line(visit: Visit) -> Line:
    return Line(
        at=visit.happened_at, title=visit.title, kind="Visit", icon=visit.sort.icon,
        url=reverse("professional-visits-detail", args=[visit.pk]), child=visit.child,
        place=visit.place, told=visit.told, off=bool(visit.cancelled_at),
        went=bool(visit.held_at),
    )  # fmt: skip
