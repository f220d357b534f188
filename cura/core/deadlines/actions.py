"""The only writer of a home's intervals."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from cura.core.accounts import access
from cura.core.accounts.home import Home
from cura.core.audit import log
from cura.core.deadlines import engine, rules
from cura.core.deadlines.calendar import Calendar
from cura.core.deadlines.duty import Duty
from cura.core.deadlines.duty import duty as duty_of
from cura.core.deadlines.policy import PolicyInterval
from cura.core.permissions import Permission as P

YEARS = (2000, 2100)  # what a home can mean by the day on which it begins to count


@transaction.atomic
def set_policy(
    *,
    home: Home,
    duty: str,
    amount: int,
    unit: str,
    why: str,
    by,
    since: date | None = None,
    now: datetime,
) -> PolicyInterval:
    """How often this home does it from now on, and why. What is not done yet is due anew by it.

    Refuses what the law or guidance sets. PermissionDenied without HOME_MANAGE at the home.
    """
    access.require(by, P.HOME_MANAGE, home)
    of = duty_of(duty)
    if not of.settable:
        raise ValidationError(f"{of.cite} sets this. A home cannot change it.", code="law")
    if since and not YEARS[0] <= since.year <= YEARS[1]:
        raise ValidationError({"since": "Look at the year again."})
    row = PolicyInterval(
        home=home, duty=duty, amount=amount, unit=unit, since=since, why=why, by=by, at=now
    )
    row.full_clean()
    _no_softer(of, row, now)
    row.save(force_insert=True)
    for rule in rules.all_rules():
        if rule.duty == duty:
            engine.resync(now, rule, home.pk)
    log.wrote(
        home, "policy.set", by=by, now=now, duty=duty, interval=row.offset.words, why=why,
        since=str(since or ""),
    )  # fmt: skip
    return row


def _no_softer(of: Duty, row: PolicyInterval, now: datetime) -> None:
    """Where the law says "without delay", a home may be stricter than we read it, and no softer."""
    if of.basis != "law" or of.target is None:
        return
    plain = Calendar()
    if row.offset.after(now, plain) > of.target.after(now, plain):
        words = f"{of.cite} says at once: at most {of.target.words}."
        raise ValidationError({"amount": words}, code="law")
