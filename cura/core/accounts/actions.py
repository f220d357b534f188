"""The only writers of organisations, homes, people and their access. The admin calls these too.

Each asks whether `by` may do it (`seniority`); the program itself (`program.py`) is not asked.
"""

from datetime import date, datetime

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Permission as DjangoPermission
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify

from cura.core.accounts import access, seniority
from cura.core.accounts.home import BankHolidayOverride, Bed, Home, HomeSettings, Organisation
from cura.core.accounts.membership import Exclusion, HomeUserObjectPermission, Membership
from cura.core.accounts.people import User
from cura.core.accounts.roles import role as role_of
from cura.core.audit import log
from cura.core.permissions import Permission as P

# What she settles for herself (My settings); the rest of an account belongs to who cares for it.
HER_OWN = frozenset({"theme", "keys_on", "mails_on", "digest_at", "line", "phone"})


def _may_change_person(by, person: User, values: dict, now: datetime) -> None:
    if by != person or not HER_OWN.issuperset(values):
        seniority.require_care(by, person, now)


def _may_change_home(by, home: Home, values: dict, now: datetime) -> None:
    seniority.require_at(by, P.HOME_MANAGE, home.pk)


def _may_change_of_home(by, row, values: dict, now: datetime) -> None:
    seniority.require_at(by, P.HOME_MANAGE, row.home_id)


# Whose rows `change` takes, and who may: (by, row, values, now), raises PermissionDenied.
MAY_CHANGE = {
    Organisation: lambda by, row, values, now: seniority.require_keeper(by, row.pk, now),
    Home: _may_change_home,
    Bed: _may_change_of_home,
    HomeSettings: _may_change_of_home,
    BankHolidayOverride: lambda by, row, values, now: seniority.require_keeper(by, None, now),
    User: _may_change_person,
}


@transaction.atomic
def open_organisation(*, name: str, by, now: datetime) -> Organisation:
    """The first thing on a new machine; no page does this."""
    seniority.require_program(by)
    organisation = Organisation.objects.create(name=name)
    log.wrote(organisation, "organisation.opened", by=by, now=now)
    return organisation


@transaction.atomic
def open_home(*, organisation: Organisation, name: str, by, now: datetime, **facts) -> Home:
    """A home with its settings. Memberships of the whole organisation reach it at once."""
    seniority.require_keeper(by, organisation.pk, now)
    facts.setdefault("slug", slugify(name))
    home = Home(organisation=organisation, name=name, **facts)
    home.full_clean()
    home.save(force_insert=True)
    HomeSettings.objects.create(home=home)
    for membership in Membership.objects.filter(organisation=organisation):
        _grant(membership, [home])
    access.forget()
    log.wrote(home, "home.opened", by=by, now=now, facts={k: str(v) for k, v in facts.items()})
    return home


@transaction.atomic
def add_bed(*, home: Home, name: str, by, now: datetime) -> Bed:
    seniority.require_at(by, P.HOME_MANAGE, home)
    bed = Bed(home=home, name=name)
    bed.full_clean()
    bed.save(force_insert=True)
    log.wrote(bed, "bed.added", by=by, now=now)
    return bed


@transaction.atomic
def add_holiday(*, day: date, is_holiday: bool, why: str, by, now: datetime) -> BankHolidayOverride:
    """A bank holiday made or moved after the calendar was printed (a coronation)."""
    seniority.require_keeper(by, None, now)
    row = BankHolidayOverride(day=day, is_holiday=is_holiday, why=why)
    row.full_clean()
    row.save(force_insert=True)
    log.wrote(row, "holiday.set", by=by, now=now, day=str(day), is_holiday=is_holiday)
    return row


@transaction.atomic
def change(*, row, values: dict, by, now: datetime):
    """Change facts of a home, bed, person or setting, with what stood before in the log."""
    # Not type(row): the user of a request is a proxy.
    held = row._meta.model._base_manager.select_for_update().get(pk=row.pk)
    MAY_CHANGE[type(held)](by, held, values, now)
    before = {name: str(getattr(held, name)) for name in values}
    for name, value in values.items():
        setattr(held, name, value)
    held.full_clean(exclude=("password",) if isinstance(held, User) else None)
    held.save()
    if "email" in values:
        # allauth keeps addresses of its own: an old one must not open the account any more.
        EmailAddress.objects.filter(user=held).exclude(email__iexact=held.email).delete()
    after = {name: str(getattr(held, name)) for name in values}
    log.wrote(held, f"{row._meta.model_name}.changed", by=by, now=now, before=before, after=after)
    return held


@transaction.atomic
def add_person(
    *, organisation: Organisation | None, username: str, name: str, by, now: datetime, **facts
) -> User:
    """Somebody who may come to have access. She signs in once she has set her own password."""
    seniority.require_add(by, organisation)
    person = User(
        organisation=organisation, username=username.lower(), name=name,
        date_joined=now, **facts,
    )  # fmt: skip
    person.set_unusable_password()
    person.full_clean(exclude=("password",))
    person.save(force_insert=True)
    log.wrote(person, "person.added", by=by, now=now)
    return person


@transaction.atomic
def give_role(
    *,
    user: User,
    role: str,
    by,
    home: Home | None = None,
    organisation: Organisation | None = None,
    starts: datetime | None = None,
    ends: datetime | None = None,
    now: datetime,
) -> Membership:
    """A role at a home, or at every home of an organisation, from `starts` to `ends`."""
    seniority.require_give(by, role, user=user, home=home, organisation=organisation, now=now)
    membership = Membership(
        user=user, home=home, organisation=organisation, role=role, starts=starts or now, ends=ends
    )
    membership.full_clean()
    membership.save(force_insert=True)
    _grant(membership, [home] if home else list(Home.objects.filter(organisation=organisation)))
    access.forget()
    log.wrote(
        membership, "role.given", by=by, now=now, chain=log.chain_of(home and home.pk),
        user=str(user.pk), role=role, starts=str(membership.starts), ends=str(ends),
    )  # fmt: skip
    return membership


@transaction.atomic
def end_role(
    *, membership: Membership, by, ends: datetime | None = None, now: datetime
) -> Membership:
    """It ends in this second (or at `ends`), on every page and in every job."""
    held = Membership.objects.select_for_update(of=("self",)).select_related("user", "home")
    held = held.select_related("organisation").get(pk=membership.pk)
    seniority.require_give(
        by, held.role, user=held.user, home=held.home, organisation=held.organisation, now=now
    )
    if held.ends and held.ends <= now:
        raise ValidationError("This has ended already.")
    held.ends = max(ends or now, held.starts)
    held.save()
    access.forget()
    log.wrote(held, "role.ended", by=by, now=now, user=str(held.user_id), ends=str(held.ends))
    return held


@transaction.atomic
def disable(*, user: User, by, now: datetime) -> User:
    """She is signed out everywhere at once: her next request finds no account that may sign in."""
    user = change(row=user, values={"is_active": False}, by=by, now=now)
    access.forget()
    return user


@transaction.atomic
def exclude(
    *, user: User, record, why: str, by, until: datetime | None = None, now: datetime, chain=None
) -> Exclusion:
    """Take one record out of everything that this person sees, until `until` or until somebody
    ends it. Pressing twice does it once. She is told nothing, and the log's page shows nothing."""
    held = User.objects.select_for_update().get(pk=user.pk)  # two who do it at once do it once
    seniority.require_exclude(by, held, record, now)
    same = Exclusion.objects.standing(now).filter(user=held, object_id=record.pk).first()
    if same:
        return same
    row = Exclusion.objects.create(
        user=held, label=record._meta.label_lower, object_id=record.pk, home_id=record.home_id,
        why=why, by=by, at=now, ended_at=until, ended_by=by if until else None,
    )  # fmt: skip
    access.forget()
    _wrote_exclusion(row, "exclusion.made", by, now, chain)
    return row


@transaction.atomic
def end_exclusion(*, exclusion: Exclusion, by, now: datetime, chain=None) -> Exclusion:
    """She sees the record again. The row stays, with who ended it."""
    held = Exclusion.objects.select_for_update(of=("self",)).select_related("user", "by", "home")
    held = held.get(pk=exclusion.pk)
    seniority.require_end_exclusion(by, held, now)
    if held.ended_at and held.ended_at <= now:
        raise ValidationError("This has ended already.")
    held.ended_at, held.ended_by = now, by
    held.save(update_fields=("ended_at", "ended_by"))
    access.forget()
    _wrote_exclusion(held, "exclusion.ended", by, now, chain)
    return held


def carry_exclusions(*, old, new, by, now, chain: str) -> None:
    """Whoever may not see a record does not see the one that puts it right: no permission is
    asked, for who replaces it decides nothing about it. In the caller's transaction."""
    for row in Exclusion.objects.standing(now).filter(object_id=old.pk):
        row.pk, row._state.adding = None, True
        row.label, row.object_id, row.home_id = new._meta.label_lower, new.pk, new.home_id
        row.save(force_insert=True)
        _wrote_exclusion(row, "exclusion.carried", by, now, chain)
    access.forget()


def _wrote_exclusion(row: Exclusion, action: str, by, now, chain) -> None:
    log.wrote(
        row, action, by=by, now=now, chain=chain, user=str(row.user_id), record=str(row.object_id),
        until=str(row.ended_at),
    )  # fmt: skip


def sync_access() -> int:
    """Make the grants of every membership fit the roles as they are today. Returns rows made.

    Runs after each migrate, so that a role that gained a permission reaches those who hold it.
    """
    made = 0
    for membership in Membership.objects.select_related("home", "organisation"):
        homes = (
            [membership.home]
            if membership.home_id
            else list(Home.objects.filter(organisation=membership.organisation_id))
        )
        made += _grant(membership, homes)
        stale = membership.grants.exclude(permission__codename__in=role_of(membership.role).grants)
        stale.delete()
    return made


def _grant(membership: Membership, homes: list[Home]) -> int:
    """guardian's rows for this membership: one for each permission and home."""
    codes = role_of(membership.role).grants
    permissions = DjangoPermission.objects.filter(
        content_type__app_label="accounts", content_type__model="home", codename__in=codes
    )
    have = set(membership.grants.values_list("permission_id", "content_object_id"))
    rows = [
        HomeUserObjectPermission(
            user_id=membership.user_id, permission=p, content_object=home, membership=membership
        )
        for home in homes
        for p in permissions
        if (p.pk, home.pk) not in have
    ]
    HomeUserObjectPermission.objects.bulk_create(rows)
    return len(rows)
