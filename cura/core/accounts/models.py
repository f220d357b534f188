"""Contents page for Django. Nobody imports from it."""

from cura.core.accounts.home import BankHolidayOverride, Bed, Home, HomeSettings, Organisation
from cura.core.accounts.membership import Exclusion, HomeUserObjectPermission, Membership
from cura.core.accounts.people import User
from cura.core.accounts.tablet import SignInAttempt, Tablet, TabletPerson

__all__ = (
    "BankHolidayOverride",
    "Bed",
    "Exclusion",
    "Home",
    "HomeSettings",
    "HomeUserObjectPermission",
    "Membership",
    "Organisation",
    "SignInAttempt",
    "Tablet",
    "TabletPerson",
    "User",
)
