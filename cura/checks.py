"""What production refuses to start with: `manage.py check --deploy` lists, `wsgi.py` enforces it.

Only a demonstration (DEMO) or a developer (DEBUG), and that without TLS, may be careless.
"""

import sys
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks

TAG = "production"
SECRET_LENGTH = 50
YEAR_SECONDS = 31_536_000
LOOPBACK = {"localhost", "127.0.0.1", "[::1]"}


def production(app_configs=None, **_) -> list[checks.CheckMessage]:
    """ASVS 5.0: 13.3.1 secret, 3.3.1 cookies, 3.4.1 HSTS, 13.4.2 debug, 6.3.2 default accounts."""
    found = [checks.Error(words, hint=hint, id=f"cura.{id}") for id, words, hint in wrong()]
    if settings.EMAIL_BACKEND.endswith(("console.EmailBackend", "dummy.EmailBackend")):
        words = "Mail is sent nowhere: nobody gets a notice or a new password."
        found.append(checks.Warning(words, hint="Set EMAIL_URL.", id="cura.W001"))
    return found


def wrong():
    """Yields (id, what is wrong, what to do) for each setting that a real home may not have."""
    secret = settings.SECRET_KEY
    if secret == settings.INSECURE_KEY:
        yield "E001", "There is no secret key.", "Set SECRET_KEY or SECRET_KEY_FILE."
    elif len(secret) < SECRET_LENGTH or len(set(secret)) < 5:
        yield (
            "E001",
            "The secret key is too short.",
            f"Use {SECRET_LENGTH} random characters or more.",
        )
    if settings.DEBUG:
        yield "E002", "DEBUG shows children's records in error pages.", "Leave DEBUG unset."
    if settings.DEMO:
        yield "E003", "DEMO signs people in with printed passwords.", "Leave DEMO unset."
    if not (
        settings.SESSION_COOKIE_SECURE
        and settings.CSRF_COOKIE_SECURE
        and settings.SECURE_SSL_REDIRECT
        and settings.SECURE_HSTS_SECONDS >= YEAR_SECONDS
    ):
        yield "E004", "Pages and cookies may travel unencrypted.", "Set TLS=1 behind a TLS proxy."
    if "*" in settings.ALLOWED_HOSTS or LOOPBACK.issuperset(settings.ALLOWED_HOSTS):
        yield "E005", "ALLOWED_HOSTS does not name this home's address.", "Set ALLOWED_HOSTS."
    if urlsplit(settings.SITE_URL).scheme != "https":
        yield "E006", "Links in mails would not be https.", "Set SITE_URL=https://…"


def refuse_unsafe_start() -> None:
    """Called before the first request can come: ends the program with plain sentences."""
    if (settings.DEMO or settings.DEBUG) and not settings.TLS:
        return
    found = checks.run_checks(tags=[TAG], include_deployment_checks=True)
    if errors := [message for message in found if message.is_serious()]:
        reasons = "".join(f"\n  * {error.msg} {error.hint} ({error.id})" for error in errors)
        sys.exit(f"Cura does not start like this:{reasons}\nEach setting stands in .env.example.")
