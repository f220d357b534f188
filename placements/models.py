"""Contents page for Django. Nobody imports from it."""

from placements.challenge.models import Challenge
from placements.leaving.models import AfterContact, Leaving, MovingOn, MovingStep
from placements.phase.models import Phase
from placements.referral.models import Referral
from placements.reviewreports.models import ReviewReport
from placements.reviews.models import LookedAfterReview, ReviewDecision
from placements.service.models import Service, Session
from placements.visits.models import Visit

__all__ = (
    "AfterContact",
    "Challenge",
    "Leaving",
    "LookedAfterReview",
    "MovingOn",
    "MovingStep",
    "Phase",
    "Referral",
    "ReviewDecision",
    "ReviewReport",
    "Service",
    "Session",
    "Visit",
)
