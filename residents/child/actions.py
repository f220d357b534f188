"""The only writers of children, their stays and who from outside may see them."""

from collections.abc import Callable
from datetime import datetime

from django.contrib.auth.models import Permission as DjangoPermission
from django.core.exceptions import ValidationError
from django.db import transaction

from cura.core.accounts import access
from cura.core.accounts.home import Bed
from cura.core.accounts.roles import role as role_of
from cura.core.audit import log
from cura.core.deadlines.engine import sync
from cura.core.permissions import Permission as P
from cura.core.records import snapshot
from cura.core.records.actions import STALE
from cura.lib import london
from residents.child.doors import AFTER_LEAVING
from residents.child.household import changed
from residents.child.leaving import end_after_leaving
from residents.child.models import Child, ChildGrant, ChildUserObjectPermission, Stay
from residents.child.workers import workers

# What is due about a child depends on where she lives: callable(child, now), handed over by nouns
# and apps that hang a clock on that. Called in the transaction that changes it.
FOLLOWS: list[Callable] = []
NEEDS_AN_END = "Say until when: {name} does not live here any more."
NOT_YET = "This time has not come yet. Write it down when it has."


def _wrote(row, action: str, by, now, **body) -> None:
    """Her deadlines, then the log: what the council owes is counted from what stands here."""
    sync(row, now)
    log.wrote(row, action, by=by, now=now, snapshot={"columns": snapshot.columns(row)}, **body)


def _follow(child: Child, now: datetime) -> None:
    for follow in FOLLOWS:
        follow(child, now)


@transaction.atomic
def welcome(*, home, by, now: datetime, bed=None, arrived_at=None, **facts) -> Child:
    """A child comes to live at a home. A bed that somebody sleeps in is refused.

    A page gives the `id`, so that pressing twice cannot make two of her.
    """
    access.require(by, P.CHILD_WRITE, home)
    child = Child(home=home, bed=bed, arrived_at=arrived_at or now, **facts)
    if child.arrived_at > now:
        raise ValidationError({"arrived_at": NOT_YET})
    child.full_clean()
    child.save(force_insert=True)
    _open_stay(child, by, now, starts=child.arrived_at)
    access.forget()
    changed(child.home, now)
    _follow(child, now)
    _wrote(child, "child.welcomed", by, now)
    return child


@transaction.atomic
def change(*, child: Child, values: dict, by, version: int | None = None, now: datetime) -> Child:
    """Change what the top of her pages says, with what stood before in the log. Another room is a
    new line in the register of who lived where."""
    held = _lock(child, by, version)
    before = {name: str(getattr(held, name)) for name in values}
    other_bed = "bed" in values and values["bed"] != held.bed
    if other_bed and held.left_at:
        raise ValidationError({"bed": f"{held.name} does not sleep here any more."})
    for name, value in values.items():
        setattr(held, name, value)
    held.version += 1
    held.full_clean()
    held.save()
    if other_bed:
        _end_stay(held, by, now)
        _open_stay(held, by, now, starts=now)
    after = {name: str(getattr(held, name)) for name in values}
    changed(held.home, now)
    _follow(held, now)
    _wrote(held, "child.changed", by, now, before=before, after=after)
    return held


@transaction.atomic
def move(*, child: Child, home, by, bed=None, at=None, now: datetime) -> Child:
    """She moves to another bed or home of the organisation. Her file goes along; what the old
    home wrote stays visible to it. Another home chooses her key worker anew. Where she sleeps
    already nothing is written: pressing twice moves once."""
    held = _lock(child, by)
    access.require(by, P.CHILD_WRITE, home)
    if home.organisation_id != held.home.organisation_id:
        raise ValidationError("That home belongs to another organisation.")
    if held.left_at:
        raise ValidationError(f"{held.name} does not live here any more.")
    if (home.pk, bed and bed.pk) == (held.home_id, held.bed_id):
        return held
    at = _since_she_came(held, at or now, now, "at")
    # One transaction writes to one chain: all of it stands in the chain of the home she leaves.
    chain = log.chain_of(held.home_id)
    _end_stay(held, by, now, ends=at, chain=chain)
    if home.pk != held.home_id:
        held.key_worker = None
    held.home, held.bed, held.version = home, bed, held.version + 1
    held.save()
    _open_stay(held, by, now, starts=at, chain=chain)
    access.forget()
    changed(home, now)
    _wrote(held, "child.moved", by, now, chain=chain, to=str(home.pk))
    return held


@transaction.atomic
def leave(*, child: Child, by, left_at=None, went_to: str = "", now: datetime) -> Child:
    """She no longer lives here. Her file stays with the home that cared for her, and those from
    outside who may see it keep that for a while (`leaving.py`). `went_to` is the address and what
    kind of place it is, for the register (CHR 2015 Schedule 4 para. 1)."""
    held = _lock(child, by)
    if held.left_at:
        raise ValidationError("She has left already.")
    held.left_at = _since_she_came(held, left_at or now, now, "left_at")
    held.bed, held.version = None, held.version + 1
    _end_stay(held, by, now, ends=held.left_at, went_to=went_to)
    held.save()
    for given in held.grants.select_for_update().exclude(ends__lte=now):
        _set_end(given, end_after_leaving(given, held.left_at, now), by, now)
    access.forget()
    _follow(held, now)
    _wrote(held, "child.left", by, now)
    for then in AFTER_LEAVING:
        then(child=held, by=by, now=now)
    return held


@transaction.atomic
def come_back(*, child: Child, home, by, bed=None, arrived_at=None, now: datetime) -> Child:
    """She lived here before and comes to live here again: her own file goes on. Whoever had a grant
    has it as it stands; what has ended is given anew.

    The home where she lived last and the one that she comes to are both asked, as for a move.
    """
    held = _lock(child, by)
    access.require(by, P.CHILD_WRITE, home)
    if home.organisation_id != held.home.organisation_id:
        raise ValidationError("That home belongs to another organisation.")
    if not held.left_at:
        if (home.pk, bed and bed.pk) == (held.home_id, held.bed_id):
            return held  # pressed twice
        raise ValidationError(f"{held.name} lives at {held.home} already.")
    at = arrived_at or now
    _not_before_she_left(held, at, now)
    if not workers(home, now).filter(pk=held.key_worker_id).exists():
        held.key_worker = None
    # One transaction writes to one chain: all of it stands in the chain of the home she left.
    chain = log.chain_of(held.home_id)
    held.home, held.bed, held.arrived_at, held.left_at = home, bed, at, None
    held.version += 1
    held.save()
    _open_stay(held, by, now, starts=at, chain=chain)
    access.forget()
    changed(home, now)
    _follow(held, now)
    _wrote(held, "child.came-back", by, now, chain=chain, to=str(home.pk))
    return held


def _not_before_she_left(held: Child, at, now) -> None:
    if at > now:
        raise ValidationError({"at": NOT_YET})
    last = Stay.objects.filter(child=held).order_by("-ends").first()
    if at < max(held.left_at, last.ends if last else held.left_at):
        left = london.words(held.left_at)
        raise ValidationError({"at": f"{held.name} still lived here then, until {left}."})


@transaction.atomic
def grant(
    *, child: Child, user, role: str, by, starts=None, ends=None, now: datetime
) -> ChildGrant:
    """Let an outsider see this child's file in a narrow role. Pressing twice gives it once."""
    held = _lock(child, by)
    if held.left_at and not ends:
        raise ValidationError({"last_day": NEEDS_AN_END.format(name=held.name)})
    same = child.grants.filter(user=user, role=role).exclude(ends__lte=now).first()
    if same and same.ends == ends:
        return same
    if same:
        raise ValidationError({"user": f"{user} may see it in this role already. End that first."})
    given = ChildGrant(child=child, user=user, role=role, starts=starts or now, ends=ends, by=by)
    given.full_clean()
    given.save(force_insert=True)
    rows = DjangoPermission.objects.filter(
        content_type__app_label="residents",
        content_type__model="child",
        codename__in=role_of(role).grants,
    )
    ChildUserObjectPermission.objects.bulk_create(
        ChildUserObjectPermission(user=user, permission=p, content_object=child, grant=given)
        for p in rows
    )
    access.forget()
    log.wrote(child, "grant.given", by=by, now=now, user=str(user.pk), role=role, ends=str(ends))
    return given


@transaction.atomic
def end_grant(*, grant: ChildGrant, by, now: datetime) -> ChildGrant:
    """It ends in this second. One that has ended keeps the end that it had."""
    access.require(by, P.CHILD_WRITE, grant.child.home)
    held = ChildGrant.objects.select_for_update(of=("self",)).select_related("child")
    held = held.get(pk=grant.pk)
    if held.ends and held.ends <= now:
        return held
    _set_end(held, max(now, held.starts), by, now)
    access.forget()
    return held


@transaction.atomic
def change_end(*, grant: ChildGrant, ends, by, now: datetime) -> ChildGrant:
    """Another end for a grant that stands, or none while she lives here. What has ended is given
    anew."""
    child = _lock(grant.child, by)
    held = ChildGrant.objects.select_for_update(of=("self",)).select_related("child")
    held = held.get(pk=grant.pk)
    if held.ends and held.ends <= now:
        raise ValidationError("This has ended. Let them see it anew.")
    if child.left_at and not ends:
        raise ValidationError({"last_day": NEEDS_AN_END.format(name=child.name)})
    if ends and ends < max(now, held.starts):
        raise ValidationError({"last_day": "That day is over, or before it begins."})
    if held.ends != ends:
        _set_end(held, ends, by, now)
        access.forget()
    return held


def _set_end(grant: ChildGrant, ends, by, now) -> None:
    before, grant.ends = grant.ends, ends
    if before == ends:
        return
    grant.save(update_fields=("ends",))
    over = ends and ends <= max(now, grant.starts)
    action = "grant.ended" if over else "grant.changed"
    log.wrote(
        grant.child, action, by=by, now=now, user=str(grant.user_id), role=grant.role,
        before=str(before), ends=str(ends),
    )  # fmt: skip


def _lock(child: Child, by, version: int | None = None) -> Child:
    held = Child.objects.select_for_update().select_related("home").get(pk=child.pk)
    access.require(by, P.CHILD_WRITE, held.home)
    if version is not None and version != held.version:
        raise ValidationError(STALE, code="stale")
    return held


def _since_she_came(held: Child, at, now, name: str):
    """`at`, if it lies between the beginning of her present stay and now."""
    stay = Stay.objects.filter(child=held, ends=None).first()
    if at > now:
        raise ValidationError({name: NOT_YET})
    if stay and at < stay.starts:
        since = london.words(stay.starts)
        raise ValidationError({name: f"That is before {held.name} came into this room ({since})."})
    return at


def _open_stay(child: Child, by, now, starts, chain: str = "") -> None:
    # The row of the bed is the lock: two who choose the same room at once are told one by one.
    bed = child.bed and Bed.objects.select_for_update().get(pk=child.bed_id)
    slept = Stay.objects.filter(bed=bed).exclude(ends__lte=starts)  # then, or since then
    if bed and (bed.home_id != child.home_id or slept.exists()):
        raise ValidationError({"bed": "Somebody sleeps in this room, or it is in another home."})
    stay = Stay.objects.create(child=child, home=child.home, bed=child.bed, starts=starts)
    _wrote_stay(stay, "stay.begun", by, now, chain)


def _end_stay(child: Child, by, now, ends=None, went_to: str = "", chain: str = "") -> None:
    for stay in Stay.objects.select_for_update().filter(child=child, ends=None):
        stay.ends, stay.went_to = ends or now, went_to
        stay.save()
        _wrote_stay(stay, "stay.ended", by, now, chain)


def _wrote_stay(stay: Stay, action: str, by, now, chain: str) -> None:
    where = log.target(stay.child) | {"label": stay._meta.label_lower, "object_id": stay.pk}
    log.append(
        chain=chain or log.chain_of(stay.home_id), actor=by, action=action, now=now,
        body={"snapshot": {"columns": snapshot.columns(stay)}}, **where,
    )  # fmt: skip
