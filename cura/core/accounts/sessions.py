"""What a session remembers of how it began, and how long it may last.

Two ends (ASVS 5.0 7.3.1, 7.3.2): unused for too long, and however busy after
`SESSION_ABSOLUTE_SECONDS`. On a house tablet the home says how long unused (`idle_minutes`);
on somebody's own phone or computer it is an hour. A computer that several people use is
registered as a tablet (docs/adr/0010).
"""

from datetime import datetime

from allauth.account.authentication import get_authentication_records
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import login as django_login
from django.db import transaction

from cura.core.accounts import seniority, sign_in_log
from cura.core.accounts.people import User
from cura.core.accounts.tablet import Tablet
from cura.core.audit import log

OWN_DEVICE_IDLE_SECONDS = 60 * 60
NOTED_EVERY_SECONDS = 60  # activity is written once a minute, so the limit has a minute's grace
FRESH_SECONDS = 5 * 60
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def begin(request, *, now: datetime, tablet: Tablet | None = None, by_pin: bool = False) -> None:
    """Note how this session began. The person is signed in already."""
    second = int(now.timestamp())
    request.session["signed_in_at"] = request.session["seen_at"] = second
    request.session["by_pin"] = by_pin
    put_on(request, tablet)


def put_on(request, tablet: Tablet | None) -> None:
    """From here on this is a session on a house tablet, or not."""
    request.session.pop("tablet", None)
    if tablet:
        request.session["tablet"] = str(tablet.pk)
    request.tablet = tablet


def change_person(request, *, person: User, tablet: Tablet, now: datetime) -> None:
    """Somebody else takes the tablet: nothing of the session before is left (ASVS 7.2.4)."""
    request.session.flush()
    django_login(request, person, backend=BACKEND)
    begin(request, now=now, tablet=tablet, by_pin=True)
    UserSession.objects.create_from_request(request)
    sign_in_log.came_in(person, how="PIN", now=now, tablet=tablet)


@transaction.atomic
def end_all(*, user: User, by: User, now: datetime) -> int:
    """Sign somebody out everywhere: a phone was lost (ASVS 7.4.5). Returns how many ended."""
    if by != user:
        seniority.require_care(by, user, now)
    open_ones = UserSession.objects.purge_and_list(user)
    for session in open_ones:
        session.end()
    log.wrote(user, "sessions.ended", by=by, now=now, number=len(open_ones))
    return len(open_ones)


def by_pin(request) -> bool:
    return bool(request.session.get("by_pin"))


def proved(request, *, now: datetime) -> None:
    """She has just given her password again."""
    request.session["proved_at"] = int(now.timestamp())


def is_fresh(request, now: datetime) -> bool:
    """Whether she gave password or passkey in the last five minutes (ASVS 7.5.1, 7.5.3)."""
    second = now.timestamp()
    times = [record["at"] for record in get_authentication_records(request, request.user)]
    return second - max([request.session.get("proved_at", 0), *times]) < FRESH_SECONDS


def idle_seconds(tablet: Tablet | None) -> int:
    return tablet.home.settings.idle_minutes * 60 if tablet else OWN_DEVICE_IDLE_SECONDS


def tablet_of(request) -> Tablet | None:
    """The tablet that this session was begun on; None when it is none, or registered no more."""
    pk = request.session.get("tablet")
    if not pk:
        return None
    return Tablet.objects.select_related("home__settings").filter(pk=pk, ended_at=None).first()


def over(request, *, now: datetime, idle: int) -> str:
    """Why this session ends now: "idle", "long", or "" when it goes on."""
    second = now.timestamp()
    signed_in = request.session.setdefault("signed_in_at", int(second))
    seen = request.session.setdefault("seen_at", int(second))
    if second - signed_in > settings.SESSION_ABSOLUTE_SECONDS:
        return "long"
    return "idle" if second - seen > idle + NOTED_EVERY_SECONDS else ""


def seen(request, *, now: datetime, at_once: bool = False) -> None:
    """Activity. Written once a minute, for a write on each page would cost more than the page."""
    second = int(now.timestamp())
    if at_once or second - request.session["seen_at"] >= NOTED_EVERY_SECONDS:
        request.session["seen_at"] = second
