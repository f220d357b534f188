"""The records of this app: its table of contents."""

from placements.challenge.record import challenge
from placements.leaving.record import after_contact, leaving, moving_on
from placements.phase.record import phase
from placements.referral.record import referral
from placements.reviewreports.record import review_report
from placements.reviews.record import looked_after_review
from placements.service.record import service
from placements.visits.record import visit

RECORDS = (
    challenge,
    referral,
    looked_after_review,
    review_report,
    visit,
    moving_on,
    leaving,
    after_contact,
    phase,
    service,
)
