"""The head that stands at the top of every page about a child: the same, in the same order."""

from collections.abc import Callable

from django.urls import reverse
from django.utils import timezone

from cura.core.accounts import access
from cura.core.permissions import Permission as P
from cura.lib import london
from residents.child.models import Child

# Handed over by the other nouns of this app: callable(child, user) -> list of dicts.
ALERTS: list[Callable] = []
PHONES: list[Callable] = []
MOST_ALERTS = 4


def child_header(request, child: Child) -> dict:
    """Context of `components/child_header.html`."""
    user = request.user
    alerts = [a for ask in ALERTS for a in ask(child, user)]
    return {
        "name": str(child),
        "url": reverse("child", args=[child.pk]),
        "called": f"likes to be called {child.called}" if child.called else "",
        "line": _line(child, london.local_date(timezone.now())),
        "key_worker": f"key worker {child.key_worker.first_name}" if child.key_worker else "",
        "alerts": alerts[:MOST_ALERTS],
        "phones": [p for ask in PHONES for p in ask(child, user)],
        "write_url": _write_url(child, user),
    }


def _line(child: Child, today) -> str:
    words = [f"{london.age(child.born, today)} years old"]
    since = london.local_date(child.arrived_at)
    if child.left_at:
        words.append(f"left {london.day_words(london.local_date(child.left_at))}")
    else:
        words.append(f"at {child.home.name} for {london.how_long(since, today)}")
    return " · ".join(words)


def _write_url(child: Child, user) -> str:
    if child.left_at or not access.has(user, P.DAILY_WRITE, child.home_id):
        return ""
    return reverse("daily-notes-new", args=[child.pk])
