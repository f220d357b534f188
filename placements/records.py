"""The records of this app: its table of contents."""

from placements.admission.record import admission
from placements.arrival.record import first_day
from placements.assessment.part_record import assessment_part
from placements.assessment.record import assessment
from placements.challenge.record import challenge
from placements.impact.record import impact
from placements.leaving.record import after_contact, leaving, moving_on
from placements.notice.record import notice
from placements.papers.record import paper
from placements.phase.record import phase
from placements.plan.record import placement_plan
from placements.referral.record import referral
from placements.reg41.record import reg41_notice
from placements.registration.record import certificate, purpose
from placements.reviewreports.record import review_report
from placements.reviews.record import looked_after_review
from placements.service.record import service
from placements.visits.record import visit

RECORDS = (
    referral,
    certificate,
    purpose,
    paper,
    impact,
    admission,
    reg41_notice,
    notice,
    challenge,
    first_day,
    looked_after_review,
    review_report,
    visit,
    moving_on,
    leaving,
    after_contact,
    phase,
    service,
    assessment,
    assessment_part,
    placement_plan,
)
