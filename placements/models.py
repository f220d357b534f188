"""Contents page for Django. Nobody imports from it."""

from placements.challenge.models import Challenge
from placements.leaving.models import AfterContact, Leaving, MovingOn, MovingStep
from placements.papers.models import ChaseRhythm, Paper, PaperLine
from placements.phase.models import Phase
from placements.referral.models import Referral, ReferralNeed
from placements.registration.models import Purpose, RegistrationCertificate
from placements.service.models import Service, Session

__all__ = (
    "AfterContact",
    "Challenge",
    "ChaseRhythm",
    "Leaving",
    "MovingOn",
    "MovingStep",
    "Paper",
    "PaperLine",
    "Phase",
    "Purpose",
    "Referral",
    "ReferralNeed",
    "RegistrationCertificate",
    "Service",
    "Session",
)
