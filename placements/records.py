"""The records of this app: its table of contents."""

from placements.challenge.record import challenge
from placements.leaving.record import after_contact, leaving, moving_on
from placements.papers.record import paper
from placements.phase.record import phase
from placements.referral.record import referral
from placements.registration.record import certificate, purpose
from placements.service.record import service

RECORDS = (
    challenge,
    referral,
    certificate,
    purpose,
    paper,
    moving_on,
    leaving,
    after_contact,
    phase,
    service,
)
