"""Contents page for Django. Nobody imports from it."""

from placements.arrival.models import (
    FirstDay,
    FirstDayKeeper,
    FirstDayLine,
    HouseHeard,
    NamedInPack,
)
from placements.challenge.models import Challenge
from placements.leaving.models import AfterContact, Leaving, MovingOn, MovingStep
from placements.phase.models import Phase
from placements.referral.models import Referral
from placements.service.models import Service, Session
from placements.welcome.models import HomeMap, OwnPhoto, WelcomeWords

__all__ = (
    "AfterContact",
    "Challenge",
    "FirstDay",
    "FirstDayKeeper",
    "FirstDayLine",
    "HomeMap",
    "HouseHeard",
    "Leaving",
    "MovingOn",
    "MovingStep",
    "NamedInPack",
    "OwnPhoto",
    "Phase",
    "Referral",
    "Service",
    "Session",
    "WelcomeWords",
)
