"""Guessing passwords is slowed down, and nobody can be locked out by somebody else.

Ten failed tries in a quarter of an hour for each name, counted in two places: a device on which
she has signed in before has a count of its own (a signed cookie tells); all strangers of the
world share one. So a stranger who guesses locks strangers out, never her own phone or tablet
(ASVS 5.0 6.3.1). Strangers at one network address share a second, larger count.

Names are kept as keyed hashes: people now and then type their password where the name goes.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core import signing
from django.db.models import Q
from django.utils.crypto import salted_hmac

from cura.core.accounts.people import User
from cura.core.accounts.tablet import SignInAttempt

TRIES = 10
TRIES_FROM_ONE_ADDRESS = 60
WINDOW = timedelta(minutes=15)
COOKIE = "device"
COOKIE_DAYS = 180
PEOPLE_ON_ONE_DEVICE = 40


@dataclass
class Try:
    """One try, counted before it is made: tries sent all at once count each other."""

    row: SignInAttempt
    allowed: bool

    def succeeded(self) -> None:
        """Her own slips of this device are forgotten; what strangers guessed stays counted."""
        if self.row.client:
            SignInAttempt.objects.filter(
                name_hash=self.row.name_hash, client=self.row.client
            ).delete()
        else:
            self.row.delete()


def account_name(typed: str) -> str:
    """The one name under which tries are counted, whether she typed her name or her mail."""
    typed = typed.strip().lower()
    found = User.objects.filter(Q(username=typed) | Q(email__iexact=typed) & ~Q(email=""))
    return found.values_list("username", flat=True).first() or typed


def begin_try(*, name: str, cookie: str, address: str, now: datetime) -> Try:
    client = _client(name, cookie)
    row = SignInAttempt.objects.create(
        name_hash=_hash("name", name),
        client=client,
        address_hash="" if client else _hash("address", address),
        at=now,
    )
    recent = SignInAttempt.objects.filter(at__gt=now - WINDOW)
    tries = recent.filter(name_hash=row.name_hash, client=client).count()
    allowed = tries <= TRIES
    if allowed and not client:
        here = recent.filter(address_hash=row.address_hash).count()
        allowed = here <= TRIES_FROM_ONE_ADDRESS
    if not allowed:
        row.delete()  # a refused try does not make the wait longer
    return Try(row, allowed)


def forget_old(*, now: datetime) -> int:
    """Rows that no longer count. Called on each sign-in; there are few."""
    return SignInAttempt.objects.filter(at__lt=now - timedelta(days=1)).delete()[0]


def known_device(cookie: str, user: User) -> str:
    """The cookie's new value, now that she has signed in here."""
    device = _read(cookie)
    name = _hash("name", user.username)
    names = [name, *(n for n in device["names"] if n != name)][:PEOPLE_ON_ONE_DEVICE]
    return signing.dumps({"key": device["key"], "names": names}, salt=COOKIE, compress=True)


def set_cookie(response, value: str) -> None:
    response.set_cookie(
        COOKIE, value, max_age=COOKIE_DAYS * 86400, httponly=True, samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip


def _client(name: str, cookie: str) -> str:
    device = _read(cookie)
    return device["key"] if _hash("name", name) in device["names"] else ""


def _read(cookie: str) -> dict:
    try:
        return signing.loads(cookie, salt=COOKIE, max_age=COOKIE_DAYS * 86400)
    except signing.BadSignature:
        return {"key": secrets.token_hex(16), "names": []}


def _hash(kind: str, value: str) -> str:
    return salted_hmac(f"sign-in {kind}", value, algorithm="sha256").hexdigest()[:32]
