"""A personal address from which a calendar fetches dates: made, shown once, ended by its owner.

Whoever knows the secret reads what the kind of feed says: never a name, never anybody's words.
Right and secret end together. A kind is a subclass with a table of its own.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from django.db import models, transaction
from django.db.models import Q
from icalendar import Calendar, Event, vDuration

from cura.core.accounts import access
from cura.core.accounts.people import User
from cura.core.audit import log
from cura.core.permissions import Permission
from cura.lib import london
from cura.lib.uuid7 import uuid7

EVERY = timedelta(hours=1)


class Feed(models.Model):
    """We keep the secret's hash only. `permission`: what her role must hold somewhere."""

    permission: Permission
    about = ("user",)
    keep = "system"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    fetched_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        default_permissions = ()
        ordering = ("-made_at",)
        constraints = (
            models.UniqueConstraint(
                fields=("user",),
                condition=Q(ended_at=None),
                name="%(app_label)s_%(class)s_one_now",
            ),
        )


def hashed(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


@transaction.atomic
def make(kind: type[Feed], *, by, now: datetime) -> str:
    """A new address for her; the one before ends. Returns the secret, shown once."""
    end(kind, by=by, now=now)
    secret = token_urlsafe(32)
    feed = kind.objects.create(user=by, secret_hash=hashed(secret), made_at=now)
    log.wrote(feed, f"{kind._meta.model_name}.made", by=by, now=now)
    return secret


@transaction.atomic
def end(kind: type[Feed], *, by, now: datetime) -> None:
    for feed in kind.objects.select_for_update().filter(user=by, ended_at=None):
        feed.ended_at = now
        feed.save()
        log.wrote(feed, f"{kind._meta.model_name}.ended", by=by, now=now)


def find(kind: type[Feed], secret: str, now: datetime) -> Feed | None:
    """The feed of this secret, while she holds its permission somewhere."""
    feed = kind.objects.select_related("user").filter(secret_hash=hashed(secret)).first()
    if feed is None or feed.ended_at or not feed.user.is_active:
        return None
    return feed if access.scope(feed.user, kind.permission, now) else None


def held_by(kind: type[Feed], user) -> Feed | None:
    return kind.objects.filter(user=user, ended_at=None).first()


def fetched_words(feed: Feed | None, now: datetime) -> str:
    if feed is None:
        return ""
    if feed.fetched_at is None:
        return "No calendar has fetched it yet."
    return f"Last fetched {london.ago(feed.fetched_at, now)}."


def calendar(name: str, events: Iterable[Event]) -> bytes:
    """The file that a calendar reads, asked for each hour."""
    found = Calendar()
    found.add("prodid", f"-//Cura//{name}//EN")
    found.add("version", "2.0")
    found.add("x-wr-calname", name)
    found.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    found.add("x-published-ttl", vDuration(EVERY))
    for event in events:
        found.add_component(event)
    return found.to_ical()
