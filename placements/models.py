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
from placements.assessment.part_models import AssessmentPart, PartAsk, Statement
from placements.challenge.models import Challenge
from placements.gate.models import Override
from placements.impact.models import HouseholdVoice, ImpactAssessment, Pair
from placements.leaving.models import AfterContact, Leaving, MovingOn, MovingStep
from placements.papers.models import ChaseRhythm, Paper, PaperLine
from placements.phase.models import Phase
from placements.referral.models import Referral, ReferralNeed
from placements.registration.models import Purpose, RegistrationCertificate
from placements.notice.models import PlacementNotice
from placements.plan.models import PlacementPlan, PlanOutcome, PlanPerson
from placements.referral.models import Referral
from placements.reg41.models import Reg41Notice
from placements.service.models import Service, Session
from placements.welcome.models import HomeMap, OwnPhoto, WelcomeWords
from placements.reviewreports.models import ReviewReport
from placements.reviews.models import LookedAfterReview, ReviewDecision
from placements.visits.models import Visit

__all__ = (
    "Admission",
    "AfterContact",
    "Assessment",
    "AssessmentPart",
    "CoSignature",
    "Disagreement",
    "MadeAim",
    "PartAsk",
    "Recommended",
    "StartingPoint",
    "Statement",
    "Challenge",
    "ChaseRhythm",
    "Leaving",
    "LookedAfterReview",
    "MovingOn",
    "MovingStep",
    "Paper",
    "PaperLine",
    "FirstDay",
    "FirstDayKeeper",
    "FirstDayLine",
    "HomeMap",
    "HouseHeard",
    "NamedInPack",
    "OwnPhoto",
    "Phase",
    "Purpose",
    "PlacementPlan",
    "PlanOutcome",
    "PlanPerson",
    "Referral",
    "ReferralNeed",
    "RegistrationCertificate",
    "HouseholdVoice",
    "ImpactAssessment",
    "Override",
    "Pair",
    "PlacementNotice",
    "Reg41Notice",
    "Service",
    "Session",
    "WelcomeWords",
    "ReviewDecision",
    "ReviewReport",
    "Visit",
)
