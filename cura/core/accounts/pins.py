"""A PIN: four to six figures by which people who signed in fully change on a house tablet.

Five wrong ones and it is of no use there until she has signed in with her password. Each try is
counted before it is looked at, so that tries sent at once are five in all.
"""

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from cura.core.accounts import seniority, sign_in_log
from cura.core.accounts.people import User
from cura.core.accounts.tablet import SignInAttempt, Tablet, TabletPerson
from cura.core.audit import log

WRONG_PINS = 5
AWAY_FROM_TABLETS = timedelta(hours=14)  # how long wrong PINs on a colleague's own device count
COMMON = {"1234", "4321", "2580", "0852", "1212", "6969", "1122", "123123", "112233", "121212"}


class Locked(Exception):
    """Too many wrong PINs here."""


def check_rules(pin: str, now: datetime) -> None:
    """Refuse what somebody at the elbow would try first."""
    if not pin.isascii() or not pin.isdigit() or not 4 <= len(pin) <= 6:
        raise ValidationError("A PIN has four, five or six figures.")
    steps = {int(b) - int(a) for a, b in zip(pin, pin[1:], strict=False)}
    if len(steps) == 1 and steps <= {0, 1, -1} or pin in COMMON:
        raise ValidationError("That PIN is one that people guess first. Take another.")
    if _is_year(pin, now.date()):
        raise ValidationError("That looks like a year of birth. Take another.")


def _is_year(pin: str, today: date) -> bool:
    return len(pin) == 4 and 1930 <= int(pin) <= today.year


@transaction.atomic
def set_pin(*, user: User, pin: str, by: User, now: datetime) -> User:
    """Only she herself sets it, after her password. The hash never enters the log."""
    check_rules(pin, now)
    held = User.objects.select_for_update().get(pk=user.pk)
    seniority.require_self(by, held)
    held.set_pin(pin)
    held.save(update_fields=("pin",))
    log.wrote(held, "pin.set", by=by, now=now)
    return held


def check(*, user: User, pin: str, place: Tablet | User, now: datetime) -> bool:
    """Whether this is her PIN. Raises `Locked` after five wrong ones at this place.

    `place` is the tablet, or the colleague on whose own device she proves who she is.
    """
    counter = _OnTablet(place, user) if isinstance(place, Tablet) else _Beside(place, user, now)
    if not counter.claim():
        raise Locked
    if not user.is_active or not user.check_pin(pin):
        sign_in_log.failed(user, how=f"PIN at {place}", now=now)
        return False
    counter.clear()
    return True


def tries_left(*, user: User, place: Tablet) -> int:
    row = TabletPerson.objects.filter(tablet=place, user=user).first()
    return max(0, WRONG_PINS - row.wrong_pins) if row else WRONG_PINS


class _OnTablet:
    """The count of a tablet and a person. Only her full sign-in there clears a full count."""

    def __init__(self, tablet: Tablet, user: User):
        row, _ = TabletPerson.objects.get_or_create(tablet=tablet, user=user)
        self.rows = TabletPerson.objects.filter(pk=row.pk)

    def claim(self) -> bool:
        return bool(
            self.rows.filter(wrong_pins__lt=WRONG_PINS).update(wrong_pins=F("wrong_pins") + 1)
        )

    def clear(self) -> None:
        self.rows.update(wrong_pins=0)


class _Beside:
    """The count of a colleague's own device and a person, for one shift."""

    def __init__(self, colleague: User, user: User, now: datetime):
        self.key = {
            "name_hash": salted_hmac("pin of", str(user.pk), algorithm="sha256").hexdigest()[:32],
            "client": salted_hmac("beside", str(colleague.pk), algorithm="sha256").hexdigest()[:32],
        }
        self.now = now

    def rows(self):
        return SignInAttempt.objects.filter(**self.key, at__gt=self.now - AWAY_FROM_TABLETS)

    def claim(self) -> bool:
        row = SignInAttempt.objects.create(**self.key, at=self.now)
        if self.rows().count() <= WRONG_PINS:
            return True
        row.delete()
        return False

    def clear(self) -> None:
        self.rows().delete()
