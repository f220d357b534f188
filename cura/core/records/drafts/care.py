"""Drafts do not lie about for ever: 30 days after the last word they go, with two warnings before;
and whoever leaves the house for good when her shift ends is reminded, with the shift lead, before.

A worker may die at any point: a warning is claimed and written in one transaction, and a draft goes
only when both warnings are out, the second a day before.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse

from cura.core.accounts import finishing
from cura.core.accounts.duty import on_shift
from cura.core.accounts.membership import Membership
from cura.core.accounts.people import User
from cura.core.attachments.attachment import Upload
from cura.core.notices.actions import notify
from cura.core.records.drafts import actions, places
from cura.core.records.drafts.models import KEPT, WARNED_BEFORE, Draft
from cura.lib import london
from cura.lib.words import plural

BEFORE_THE_END = timedelta(minutes=30)
LEADS = ("lead", "deputy", "manager")
MOST = 500  # of each kind in one round; the next round is an hour later


def warn(now: datetime) -> int:
    """Tell each writer what will be thrown away, and when. Returns how many were told."""
    told = 0
    for number, before in reversed(list(enumerate(WARNED_BEFORE, 1))):
        due = Draft.objects.unfinished().filter(
            updated_at__lte=now - KEPT + before, warned__lt=number
        )
        told += sum(_warn(draft, number, now) for draft in due.select_related("user")[:MOST])
    return told


@transaction.atomic
def _warn(draft: Draft, number: int, now: datetime) -> bool:
    """1. claim; 2. after a long standstill leave a day; 3. tell. All of it or nothing."""
    claimed = Draft.objects.unfinished().filter(
        pk=draft.pk, updated_at=draft.updated_at, warned__lt=number
    )
    left_from = max(draft.updated_at, now - KEPT + WARNED_BEFORE[-1])
    if not claimed.update(warned=number, updated_at=left_from):
        return False
    day = london.day_words(london.local_date(left_from + KEPT))
    at = places.place_of(draft.user, draft, now)
    if at is None:  # she may not write there any more, so the child is not named
        text = f"Something that you began is thrown away on {day}."
    elif number == len(WARNED_BEFORE):
        text = f"Not finished, and thrown away on {day}: {draft.title}"
    else:
        text = f"You have not finished this. It is kept until {day}: {draft.title}"
    notify(
        user=draft.user, text=text, now=now, url=at.url(draft) if at else "",
        record=at and (at.record or at.subject),
        key=f"draft {draft.pk} {draft.rev} {number}",
    )  # fmt: skip
    return True


def tell_before_the_end(now: datetime) -> int:
    """Half an hour before an agency worker's pass ends: what she has not signed, to herself and to
    who leads the shift. Never a word of it, nor whom it is about. Each is told once."""
    told = 0
    for held in finishing.ending(now, BEFORE_THE_END)[:MOST]:
        count = Draft.objects.unfinished().filter(user=held.user, home_id=held.home_id).count()
        if count:
            told += _tell_before_the_end(held, count, now)
    return told


def _tell_before_the_end(held, count: int, now: datetime) -> int:
    at, pages = london.clock(held.ends), plural(count, "page")
    own = f"Your shift ends at {at}: {pages} not signed yet. You can finish them for 12 hours more."
    theirs = f"{held.user.first_name}'s shift ends at {at}: {pages} not signed yet."
    key = f"before the end {held.pk}"
    notify(user=held.user, text=own, now=now, url=reverse("drafts"), key=key)
    leads = _leads(held.home, now)
    for person in leads:
        notify(user=person, text=theirs, now=now, record=held.home, key=key)
    return 1 + len(leads)


def _leads(home, now: datetime) -> list:
    """Who leads the shift; when nobody is on it by the rota, everybody who could."""
    roles = Membership.objects.current(now).at(home).filter(role__in=LEADS)
    people = list(User.objects.filter(pk__in=roles.values("user"), is_active=True))
    here = on_shift(home, now)
    return [person for person in people if person in here] or people


def purge(now: datetime) -> int:
    """Let go what nobody finished, with its files. Returns how many drafts with words."""
    old = now - KEPT
    rows = Draft.objects.unfinished().filter(updated_at__lte=old, warned=len(WARNED_BEFORE))
    gone = [draft for draft in rows.select_related("user")[:MOST] if _purge(draft, old, now)]
    Draft.objects.filter(finished_at__lte=old).delete()
    _purge_uploads(old)
    return len(gone)


@transaction.atomic
def _purge(draft: Draft, old: datetime, now: datetime) -> bool:
    """Unless somebody wrote in it a moment ago."""
    held = Draft.objects.select_for_update().filter(pk=draft.pk, updated_at__lte=old).first()
    if held:
        actions.throw_away(draft=held, by="Cura", now=now, why="draft.purged")
    return bool(held)


def _purge_uploads(old: datetime) -> None:
    """Files that were sent for words that never came."""
    alive = Draft.objects.unfinished().values("pk")
    Upload.objects.filter(at__lte=old).exclude(draft__in=alive).delete()
