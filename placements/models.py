"""Contents page for Django. Nobody imports from it."""

from placements.challenge.models import Challenge
from placements.leaving.models import AfterContact, Leaving, MovingOn, MovingStep
from placements.phase.models import Phase
from placements.plan.models import PlacementPlan, PlanOutcome, PlanPerson
from placements.referral.models import Referral
from placements.service.models import Service, Session

__all__ = (
    "AfterContact",
    "Challenge",
    "Leaving",
    "MovingOn",
    "MovingStep",
    "Phase",
    "PlacementPlan",
    "PlanOutcome",
    "PlanPerson",
    "Referral",
    "Service",
    "Session",
)
