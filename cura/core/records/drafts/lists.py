"""Lists of drafts: her own, with their words one tap away; and for a manager, that they exist."""

from datetime import datetime

from django.urls import reverse

from cura.core.accounts import access
from cura.core.accounts.home import Home
from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records import registry
from cura.core.records.drafts import places
from cura.core.records.drafts.models import KEPT, Draft
from cura.lib import london

MOST = 100


def unfinished(user: User, now: datetime) -> list[dict]:
    """Her own drafts where she may still write, newest first."""
    rows = list(Draft.objects.unfinished().filter(user=user)[:MOST])
    found = places.places(user, rows, now)
    return [_mine(draft, found[draft.pk], now) for draft in rows if draft.pk in found]


def _mine(draft: Draft, at: places.Place, now: datetime) -> dict:
    return {
        "title": draft.title,
        "when": london.short(draft.updated_at, now),
        "until": london.day_words(london.local_date(draft.updated_at + KEPT)),
        "finish_by": london.words(at.until) if at.until else "",
        "url": reverse("draft-words", args=[draft.pk]) if at.closed else at.url(draft),
        "closed": at.closed,
        "throw_away_url": reverse("draft-throw-away", args=[draft.pk]),
        "compare_url": reverse("draft-compare", args=[draft.pk]) if draft.others else "",
    }


def existing_at(home: Home, user: User, now: datetime) -> list[dict]:
    """For a manager: who has begun to write what, about whom, since when. Never a word of it."""
    if not access.has(user, P.RECORD_REVIEW, home):
        return []
    rows = Draft.objects.unfinished().filter(home_id=home.pk).select_related("user")
    if excluded := access.rights(user).excluded:
        rows = rows.exclude(record_id__in=excluded)
    return [_there(draft, now) for draft in rows[:MOST] if _may_know(draft, home, user)]


def _may_know(draft: Draft, home: Home, user: User) -> bool:
    """That a kind of record exists is told to those who may read that kind."""
    type = registry.find(draft.label)
    return bool(type) and access.has(user, type.model.read, home)


def _there(draft: Draft, now: datetime) -> dict:
    return {
        "who": draft.user.first_name,
        "what": draft.title,
        "since": london.short(draft.created_at, now),
        "last": london.ago(draft.updated_at, now),
    }
