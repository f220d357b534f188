"""What a link is for: declared once, handed over by the app that owns it in `ready()`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse

from cura.core.permissions import Permission


@dataclass(frozen=True, kw_only=True)
class Purpose:
    """One thing that somebody without an account may do, and for how long.

    `permission`: who may make and end such links, at the record's home or for its child.
    `export`: its page shows what stands in the record, so who makes one needs EXPORT too; False
    for a page on which somebody only answers. Ending one never needs it.
    `passing`: it may be handed on to a colleague, for it shows nothing but what it asks.
    `view(request, link)` makes the page behind the button; it is always a POST. Its forms post to
    the same address with the hidden field of `passes.field(link)`, so that a link that opens once
    carries its holder through several pages. `request.POST` tells the view which.
    """

    key: str
    title: str  # on the page and in the mail, without a name: "A report to read"
    words: str  # one or two sentences on the page before the button
    button: str = "Open"
    lifetime: timedelta
    once: bool
    permission: Permission
    export: bool = True
    passing: bool = False
    view: Callable[[HttpRequest, object], HttpResponse]


_purposes: dict[str, Purpose] = {}


def add(*purposes: Purpose) -> None:
    for purpose in purposes:
        if purpose.key in _purposes:
            raise ImproperlyConfigured(f"Two purposes are called {purpose.key}")
        _purposes[purpose.key] = purpose


def find(key: str) -> Purpose | None:
    """None when the app no longer offers it: such links are as good as ended."""
    return _purposes.get(key)
