"""Today: the plans that she has to read before she starts, and those to go through with a child."""

from django.urls import reverse

from cura.core.accounts import access
from cura.core.permissions import Permission as P
from cura.core.records import registry
from cura.lib import london
from residents.due import NOW, WEEK, Due
from residents.ourplans.kinds import KINDS
from residents.plan import reading

MOST = 12


def plans(home, user, now) -> list[Due]:
    if not access.has(user, P.DAILY_WRITE, home):
        return []
    found = []
    for kind in KINDS:
        rows = reading.in_force(kind, user).filter(child__home=home, child__left_at=None)
        held = list(rows[: 2 * MOST])
        found += [_read(plan, now) for plan in reading.unread_by(held, user)]
        found += [_share(p) for p in held if not p.shared_at and p.child.key_worker_id == user.pk]
    return found[:MOST]


def _read(plan, now) -> Due:
    return Due(
        when=NOW, verb=f"Read before you start: {plan.child.name}’s {plan._meta.verbose_name}",
        url=_url(plan), by=plan.signed_at, icon="shield-check",
        about=f"version {plan.number}, from {plan.signed_by.first_name}, "
        f"{london.short(plan.signed_at, now)}",
    )  # fmt: skip


def _share(plan) -> Due:
    return Due(
        when=WEEK, verb=f"Go through the {plan._meta.verbose_name} with {plan.child.name}",
        url=_url(plan), by=plan.signed_at, icon="chat-heart", about=f"version {plan.number}",
    )  # fmt: skip


def _url(plan) -> str:
    return reverse(registry.of(plan).url("detail"), args=[plan.pk])
