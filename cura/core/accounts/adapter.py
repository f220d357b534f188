"""How allauth signs people in at Cura: nobody signs up, nobody is locked out by somebody else."""

import logging
from smtplib import SMTPException

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from cura.core.accounts import lockout, sessions, sign_in_log, tablets
from cura.core.accounts.people import User
from cura.core.audit import log

logger = logging.getLogger(__name__)

MISMATCH = "That name and password do not go together. Please try again."
WAIT = (
    "There were too many wrong tries for this name. Wait a quarter of an hour, or sign in on a "
    "device that you have used before."
)


class AccountAdapter(DefaultAccountAdapter):
    """Hooks of allauth. The rules stand in `lockout`, `sessions` and `tablets`."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": MISMATCH,
        "email_password_mismatch": MISMATCH,
        "too_many_login_attempts": WAIT,
        "incorrect_password": "That is not your password. Please try again.",
        "enter_current_password": "Please write your present password.",
        "incorrect_code": "That code does not fit. Codes change every half minute: try the next.",
    }

    def is_open_for_signup(self, request) -> bool:
        """People are added by a manager; nobody adds herself (ASVS 6.3.2)."""
        return False

    def pre_authenticate(self, request, **credentials) -> None:
        """allauth's own limit would let an outsider lock somebody out: `lockout` is ours."""

    def authenticate(self, request, **credentials):
        """One name, one look-up, one hash, for known and unknown names alike (ASVS 6.3.8)."""
        typed = credentials.get("username") or credentials.get("email") or ""
        name = lockout.account_name(typed)
        tried = lockout.begin_try(
            name=name,
            cookie=request.COOKIES.get(lockout.COOKIE, ""),
            address=self.get_client_ip(request),
            now=timezone.now(),
        )
        if not tried.allowed:
            raise ValidationError(WAIT, code="too_many_login_attempts")
        user = super().authenticate(
            request, username=name, password=credentials.get("password", "")
        )
        if user:
            tried.succeeded()
        else:
            known = User.objects.filter(username=name).first()
            sign_in_log.failed(known, how="password", now=timezone.now())
        return user

    @transaction.atomic
    def set_password(self, user, password) -> None:
        """Only the person herself comes here, by her session or by a link. Others are signed out:
        the session's hash is of the password."""
        super().set_password(user, password)
        log.wrote(user, "password.set", by=user, now=timezone.now())

    def send_mail(self, template_prefix, email, context) -> None:
        """A relay that is down must not turn a changed password into an error page."""
        try:
            super().send_mail(template_prefix, email, context)
        except (SMTPException, OSError):
            logger.exception("Mail %s was not sent", template_prefix)

    def login(self, request, user) -> None:
        """A full sign-in, by password or passkey, with the second factor behind her."""
        now = timezone.now()
        tablet = tablets.of(request)
        super().login(request, user)
        sessions.begin(request, now=now, tablet=tablet)
        how = ", ".join(r["method"] for r in get_authentication_records(request, user))
        sign_in_log.came_in(user, how=how, now=now, tablet=tablet)
        if tablet:
            tablets.note_full_sign_in(tablet=tablet, user=user, now=now)
        lockout.forget_old(now=now)

    def post_login(self, request, user, **kwargs):
        response = super().post_login(request, user, **kwargs)
        cookie = request.COOKIES.get(lockout.COOKIE, "")
        lockout.set_cookie(response, lockout.known_device(cookie, user))
        return response
