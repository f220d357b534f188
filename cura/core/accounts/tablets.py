"""House tablets: registering one, who may change on it by PIN, and taking it away."""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.crypto import constant_time_compare

from cura.core.accounts import seniority
from cura.core.accounts.membership import Membership
from cura.core.accounts.people import User
from cura.core.accounts.pins import WRONG_PINS
from cura.core.accounts.tablet import Tablet, TabletPerson
from cura.core.audit import log
from cura.core.permissions import Permission as P
from cura.lib.canonical import sha256_hex

COOKIE = "tablet"
COOKIE_DAYS = 400  # the longest that browsers allow


@transaction.atomic
def register(*, home, name: str, by: User, now: datetime) -> tuple[Tablet, str]:
    """Make this device one of the home's. Returns it with the secret for its cookie, shown once."""
    seniority.require_at(by, P.PEOPLE_MANAGE, home)
    secret = secrets.token_urlsafe(32)
    tablet = Tablet(
        home=home, name=name.strip(), secret_hash=sha256_hex(secret.encode()), registered_by=by,
        registered_at=now,
    )  # fmt: skip
    tablet.full_clean()
    tablet.save(force_insert=True)
    log.wrote(tablet, "tablet.registered", by=by, now=now)
    return tablet, secret


@transaction.atomic
def end(*, tablet: Tablet, by: User, now: datetime) -> Tablet:
    """Lost, broken or sold: every session on it ends with its next request."""
    held = Tablet.objects.select_for_update().get(pk=tablet.pk)
    seniority.require_at(by, P.PEOPLE_MANAGE, held.home_id)
    if held.ended_at:
        raise ValidationError("This tablet was taken out of use already.")
    held.ended_at = now
    held.save(update_fields=("ended_at",))
    log.wrote(held, "tablet.ended", by=by, now=now)
    return held


def set_cookie(response, tablet: Tablet, secret: str) -> None:
    response.set_cookie(
        COOKIE, f"{tablet.pk}:{secret}", max_age=COOKIE_DAYS * 86400, httponly=True,
        samesite="Lax", secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip


def of(request) -> Tablet | None:
    """The house tablet that this browser is, by its cookie."""
    pk, _, secret = request.COOKIES.get(COOKIE, "").partition(":")
    try:
        tablet = Tablet.objects.select_related("home__settings").filter(pk=pk, ended_at=None).get()
    except (Tablet.DoesNotExist, ValidationError):
        return None
    return (
        tablet if constant_time_compare(tablet.secret_hash, sha256_hex(secret.encode())) else None
    )


def note_full_sign_in(*, tablet: Tablet, user: User, now: datetime) -> None:
    """From now on, for a shift, her PIN is enough here."""
    TabletPerson.objects.update_or_create(
        tablet=tablet, user=user, defaults={"full_sign_in_at": now, "wrong_pins": 0}
    )


def people(tablet: Tablet, now: datetime) -> list[User]:
    """Who may take this tablet with a PIN: signed in fully here this shift, works here today."""
    since = now - timedelta(hours=tablet.home.settings.pin_hours)
    rows = TabletPerson.objects.filter(
        tablet=tablet, full_sign_in_at__gt=since, wrong_pins__lt=WRONG_PINS
    )
    here = Membership.objects.current(now).at(tablet.home).values("user")
    return list(
        User.objects.filter(pk__in=rows.values("user"), is_active=True)
        .filter(pk__in=here)
        .exclude(pin="")
        .order_by("name")
    )
