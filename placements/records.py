"""The records of this app: its table of contents."""

from placements.challenge.record import challenge
from placements.referral.record import referral

RECORDS = (
    challenge,
    referral,
)
