"""A first day that goes on: on the house now, on Today and on the child's page."""

from django.urls import reverse

from cura.core.accounts.duty import on_shift
from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.lib import london
from placements.arrival import reading
from placements.arrival.models import FirstDay
from placements.arrival.reading import LASTS, Standing
from residents.child.rights import holds
from residents.due import NOW, Due

JUST_CAME = reading.OPEN_FOR
KEPT = 28 * london.DAY  # the child's page leads to it while the first assessment is written


def _row(first_day: FirstDay, now) -> dict:
    standing = Standing(first_day, now)
    keeper = standing.keeper
    return {
        "name": standing.name,
        "url": reverse("first-day", args=[first_day.pk]),
        "line": standing.line(),
        "about": f"{standing.since()} · {keeper.first_name if keeper else 'nobody'} has it",
        "late": not first_day.signed_at and now > first_day.happened_at + LASTS,
    }


def of_house(*, subject, user, now) -> dict | None:
    rows = reading.running(user, now, home=subject)
    if not rows:
        return None
    return {
        "title": "A first day" if len(rows) == 1 else "First days",
        "icon": "house-heart",
        "rows": [_row(row, now) for row in rows],
    }


def of_child(*, subject, user, now) -> dict | None:
    """While it goes on, where it stands; then the way to the report; for somebody who has just
    come without it, the button that begins it."""
    panel = {"title": "The first day", "icon": "house-heart"}
    if rows := reading.running(user, now, child=subject):
        return panel | {"rows": [_row(row, now) for row in rows[:1]]}
    last = FirstDay.objects.visible_to(user).standing().filter(child=subject)
    last = last.filter(happened_at__gt=now - KEPT).order_by("-happened_at").first()
    if last:
        words = "The report is signed." if last.signed_at else "The report is not signed."
        return panel | {
            "done": words,
            "url": reverse("first-days-detail", args=[last.pk]),
            "url_words": "Read it",
        }
    just_came = not subject.left_at and now < subject.arrived_at + JUST_CAME
    if just_came and holds(user, P.DAILY_WRITE, subject):
        return panel | {"begin_url": reverse("first-day-begin", args=[subject.pk])}
    return None


def due(home, user, now) -> list[Due]:
    """For whoever has it: what is next. For the key worker who comes on: to take it over."""
    return [
        row for first in reading.running(user, now, home=home) for row in _due(first, user, now)
    ]


def _due(first_day: FirstDay, user, now) -> list[Due]:
    standing = Standing(first_day, now)
    url, name = reverse("first-day", args=[first_day.pk]), standing.name
    if standing.keeper == user:
        return [
            Due(
                when=NOW, verb=f"{name}'s first day", about=standing.line(), url=url,
                by=first_day.happened_at, icon="house-heart",
            )
        ]  # fmt: skip
    if first_day.child.key_worker_id == user.pk and user in on_shift(home := first_day.home, now):
        return [
            Due(
                when=NOW, verb=f"Take over {name}'s first day", url=url, icon="house-heart",
                by=first_day.happened_at, about=f"You are the key worker, at {home.name} now.",
            )
        ]  # fmt: skip
    return []


PANELS = (
    Panel(
        key="first-days", place="house", order=4, template="placements/arrival/panel.html",
        permission=P.DAILY_READ, context=of_house, wide=True,
    ),
    Panel(
        key="first-day", place="child", order=4, template="placements/arrival/panel.html",
        permission=P.DAILY_READ, context=of_child,
    ),
)  # fmt: skip
