"""Contents page for Django. Nobody imports from it."""

from placements.admission.models import Admission
from placements.arrival.models import (
    FirstDay,
    FirstDayKeeper,
    FirstDayLine,
    HouseHeard,
    NamedInPack,
)
from placements.assessment.models import (
    Assessment,
    CoSignature,
    Disagreement,
    MadeAim,
    Recommended,
    StartingPoint,
)
from placements.assessment.part_models import AssessmentPart, PartAsk, Statement
from placements.challenge.models import Challenge
from placements.gate.models import Override
from placements.impact.models import HouseholdVoice, ImpactAssessment, Pair
from placements.leaving.models import AfterContact, Leaving, MovingOn, MovingStep
from placements.notice.models import PlacementNotice
from placements.papers.models import ChaseRhythm, Paper, PaperLine
from placements.phase.models import Phase
from placements.plan.models import PlacementPlan, PlanOutcome, PlanPerson
from placements.referral.models import Referral, ReferralNeed
from placements.reg41.models import Reg41Notice
from placements.registration.models import Purpose, RegistrationCertificate
from placements.reviewreports.models import ReviewReport
from placements.reviews.models import LookedAfterReview, ReviewDecision
from placements.service.models import Service, Session
from placements.visits.models import Visit
from placements.welcome.models import HomeMap, OwnPhoto, WelcomeWords

__all__ = (
    "Admission",
    "AfterContact",
    "Assessment",
    "AssessmentPart",
    "Challenge",
    "ChaseRhythm",
    "CoSignature",
    "Disagreement",
    "FirstDay",
    "FirstDayKeeper",
    "FirstDayLine",
    "HomeMap",
    "HouseHeard",
    "HouseholdVoice",
    "ImpactAssessment",
    "Leaving",
    "LookedAfterReview",
    "MadeAim",
    "MovingOn",
    "MovingStep",
    "NamedInPack",
    "Override",
    "OwnPhoto",
    "Pair",
    "Paper",
    "PaperLine",
    "PartAsk",
    "Phase",
    "PlacementNotice",
    "PlacementPlan",
    "PlanOutcome",
    "PlanPerson",
    "Purpose",
    "Recommended",
    "Referral",
    "ReferralNeed",
    "Reg41Notice",
    "RegistrationCertificate",
    "ReviewDecision",
    "ReviewReport",
    "Service",
    "Session",
    "StartingPoint",
    "Statement",
    "Visit",
    "WelcomeWords",
)
