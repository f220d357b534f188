"""The records of this app: its table of contents."""

from placements.referral.record import referral

RECORDS = (referral,)
