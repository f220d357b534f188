"""Who needs a second factor, and whether she has one (ASVS 5.0 6.3.3)."""

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings

from cura.core.accounts import access
from cura.core.accounts.roles import role

HAS_ONE = "has_second_factor"


def needed(user) -> bool:
    """Managers, administrators and those who oversee; never in a demonstration."""
    if settings.DEMO:
        return False
    return any(role(code).second_factor for code in access.rights(user).roles)


def missing(request) -> bool:
    """Asked once a session: to take a second factor away one must sign in with it."""
    if not needed(request.user) or request.session.get(HAS_ONE):
        return False
    if is_mfa_enabled(request.user):
        request.session[HAS_ONE] = True
        return False
    return True


def ask_again(request) -> None:
    """On the pages where a second factor may be taken away."""
    request.session.pop(HAS_ONE, None)
