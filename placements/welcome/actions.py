"""The only writers of what the welcome pack is printed from.

The bytes are kept before the row, outside the transaction: a row never names what is not there.
"""

from datetime import datetime

from django.db import transaction

from cura.core.accounts import access
from cura.core.accounts.home import Home
from cura.core.attachments.actions import kept
from cura.core.audit import log
from cura.core.permissions import Permission as P
from placements.welcome.models import HomeMap, OwnPhoto, WelcomeWords

PHOTO_SIDE, MAP_SIDE = 480, 1600  # pixels of what is kept, the longer side


@transaction.atomic
def say(*, home: Home, comfort: str, rooms: str, by, now: datetime) -> WelcomeWords:
    """The home's own words."""
    access.require(by, P.CHILD_WRITE, home)
    row, _ = WelcomeWords.objects.select_for_update().get_or_create(home=home)
    before = {"comfort": row.comfort, "rooms": row.rooms}
    row.comfort, row.rooms = comfort, rooms
    row.full_clean(exclude=("home",))
    row.save()
    after = {"comfort": comfort, "rooms": rooms}
    log.wrote(row, "welcome.said", by=by, now=now, before=before, after=after)
    return row


def draw_map(*, home: Home, file, by, now: datetime) -> HomeMap:
    """A new picture of where things are. The one before stays in the store, unprinted."""
    access.require(by, P.CHILD_WRITE, home)
    facts = kept(file=file, name=file.name, side=MAP_SIDE)
    with transaction.atomic():
        row = HomeMap.objects.create(home=home, uploaded_by=by, at=now, **facts)
        log.wrote(row, "welcome.map", by=by, now=now, sha256=row.sha256)
    return row


def show_myself(*, file, by, now: datetime) -> OwnPhoto:
    """Her own photo in place of the one before."""
    facts = kept(file=file, name=file.name, side=PHOTO_SIDE)
    with transaction.atomic():
        OwnPhoto.objects.filter(user=by.pk).delete()
        row = OwnPhoto.objects.create(user_id=by.pk, uploaded_by_id=by.pk, at=now, **facts)
        log.wrote(row, "photo.added", by=by, now=now, sha256=row.sha256)
    return row


@transaction.atomic
def take_away(*, by, now: datetime) -> None:
    """Her photo goes, from every pack that is printed from now on."""
    for row in OwnPhoto.objects.filter(user=by.pk):
        log.wrote(row, "photo.taken", by=by, now=now, sha256=row.sha256)
        row.delete()
