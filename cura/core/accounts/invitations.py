"""The first password: nobody sets it for somebody else (ASVS 5.0 6.4.1, 6.4.6).

An invitation is a link that works once and for 72 hours (`PASSWORD_RESET_TIMEOUT`). It goes to her
own mail; for people without mail it is shown once, to be printed and handed over.
"""

import base64
from datetime import datetime

import qrcode
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from qrcode.image.svg import SvgPathImage

from cura.core.accounts import seniority
from cura.core.accounts.people import User
from cura.core.audit import log

HOURS = 72
SUBJECT = "Your way into Cura"


@transaction.atomic
def invite(*, user: User, by, now: datetime) -> str:
    """A link that lets her set her password. Returns its path; earlier ones still work until one
    of them is used. The link itself never enters the log."""
    seniority.require_care(by, user, now)
    if not user.is_active:
        raise ValidationError("This account is closed.")
    key = default_token_generator.make_token(user)
    log.wrote(user, "person.invited", by=by, now=now, by_mail=bool(user.email))
    uid = user_pk_to_url_str(user)
    return reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": key})


def square(url: str) -> str:
    """The link as a square for a phone's camera, ready for an `img`."""
    picture = qrcode.make(url, image_factory=SvgPathImage, border=2).to_string()
    return f"data:image/svg+xml;base64,{base64.b64encode(picture).decode()}"


def mail(*, user: User, url: str, by_name: str) -> None:
    """After the commit, never inside it."""
    context = {"person": user, "url": url, "hours": HOURS, "by_name": by_name}
    send_mail(SUBJECT, render_to_string("accounts/invite_mail.txt", context), None, [user.email])
