"""The head that stands at the top of every page about a child: the same, in the same order."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from cura.core.permissions import Permission as P
from cura.lib import london
from residents.child.models import Child
from residents.child.rights import holds

# Handed over by the other nouns of this app: callable(child, user, now) -> list of dicts.
ALERTS: list[Callable] = []
PHONES: list[Callable] = []
MOST_ALERTS = 4
EVERY_DAY = 50  # links up to this order stand open; the others are one tap further
URGENCY = {"bad": 0, "warn": 1, "calm": 2}


@dataclass(frozen=True, kw_only=True)
class Link:
    """A page about a child that every other page about her leads to."""

    title: str
    icon: str
    url_name: str  # of an address under /children/<uuid>/
    permission: str
    order: int  # up to 50: needed every day


_links: list[Link] = []


def add_links(*links: Link) -> None:
    _links.extend(links)
    _links.sort(key=lambda link: link.order)


def child_header(request, child: Child) -> dict:
    """Context of `components/child_header.html`. Whoever may only see a part of the file (a
    parent who reads the diary) gets the name, and nothing of where or with whom she lives."""
    user, now = request.user, timezone.now()
    links = links_of(child, request)
    if not holds(user, P.CHILD_READ, child):
        return {"name": child.first_name, "links": links}
    alerts = [alert for ask in ALERTS for alert in ask(child, user, now)]
    alerts.sort(key=lambda alert: URGENCY[alert["tone"]])
    more = [link for link in links if not link["every_day"]]
    return {
        "name": child.name if child.called else str(child),
        "url": reverse("child", args=[child.pk]),
        "called": _called(child),
        "line": _line(child, london.local_date(now)),
        "key_worker": f"key worker {child.key_worker.first_name}" if child.key_worker else "",
        "alerts": alerts[:MOST_ALERTS],
        "phones": [phone for ask in PHONES for phone in ask(child, user)],
        "write_url": _write_url(child, user),
        "links": [link for link in links if link["every_day"]],
        "more_links": more,
        "more_open": any(link["current"] for link in more),
    }


def links_of(child: Child, request) -> list[dict]:
    """The pages about her that this person may open."""
    user = request.user
    return [_link(link, child, request) for link in _links if holds(user, link.permission, child)]


def _link(link: Link, child: Child, request) -> dict:
    url = reverse(link.url_name, args=[child.pk])
    return {
        "title": link.title,
        "icon": link.icon,
        "url": url,
        "current": request.path == url,
        "every_day": link.order <= EVERY_DAY,
    }


def _called(child: Child) -> str:
    """The chosen name stands large; what stands on letters and boxes stands beside it."""
    words = [f"{child} on paper"] if child.called else []
    return " · ".join([*words, child.pronouns] if child.pronouns else words)


def _line(child: Child, today) -> str:
    words = [f"{london.age(child.born, today)} years old"]
    since = london.local_date(child.arrived_at)
    if child.left_at:
        words.append(
            f"lived here before, until {london.day_words(london.local_date(child.left_at))}"
        )
    else:
        words.append(f"at {child.home.name} for {london.how_long(since, today)}")
    return " · ".join(words)


def _write_url(child: Child, user) -> str:
    if child.left_at or not holds(user, P.DAILY_WRITE, child):
        return ""
    return reverse("daily-notes-new", args=[child.pk])
