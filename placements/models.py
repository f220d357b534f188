"""Contents page for Django. Nobody imports from it."""

from placements.referral.models import Referral

__all__ = ("Referral",)
