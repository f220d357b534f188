"""Contents page for Django. Nobody imports from it."""

from placements.challenge.models import Challenge
from placements.referral.models import Referral

__all__ = (
    "Challenge",
    "Referral",
)
