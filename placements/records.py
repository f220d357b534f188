"""The records of this app: its table of contents."""

from placements.arrival.record import first_day
from placements.challenge.record import challenge
from placements.leaving.record import after_contact, leaving, moving_on
from placements.phase.record import phase
from placements.referral.record import referral
from placements.service.record import service

RECORDS = (
    challenge,
    referral,
    first_day,
    moving_on,
    leaving,
    after_contact,
    phase,
    service,
)
