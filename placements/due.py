"""The duties that hang on the records of this app: its table of contents."""

from placements.challenge.deadlines import RULES as CHALLENGE
from placements.leaving.deadlines import RULES as LEAVING
from placements.phase.deadlines import RULES as PHASE
from placements.reviewreports.deadlines import RULES as REPORTS
from placements.reviews.deadlines import RULES as REVIEWS
from placements.visits.deadlines import RULES as VISITS

RULES = (
    *CHALLENGE,
    *LEAVING,
    *PHASE,
    *REPORTS,
    *REVIEWS,
    *VISITS,
)
