"""The records of this app: its table of contents."""

from placements.challenge.record import challenge
from placements.leaving.record import after_contact, leaving, moving_on
from placements.phase.record import phase
from placements.plan.record import placement_plan
from placements.referral.record import referral
from placements.service.record import service

RECORDS = (
    challenge,
    referral,
    moving_on,
    leaving,
    after_contact,
    phase,
    service,
    placement_plan,
)
