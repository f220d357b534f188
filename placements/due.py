"""The duties that hang on the records of this app: its table of contents."""

from placements.arrival.deadlines import RULES as ARRIVAL
from placements.assessment.deadlines import RULES as ASSESSMENT
from placements.challenge.deadlines import RULES as CHALLENGE
from placements.impact.deadlines import RULES as IMPACT
from placements.leaving.deadlines import RULES as LEAVING
from placements.notice.deadlines import RULES as NOTICE
from placements.papers.deadlines import RULES as PAPERS
from placements.phase.deadlines import RULES as PHASE
from placements.plan.deadlines import RULES as PLAN
from placements.reg41.deadlines import RULES as REG41
from placements.reviewreports.deadlines import RULES as REPORTS
from placements.reviews.deadlines import RULES as REVIEWS
from placements.visits.deadlines import RULES as VISITS

RULES = (
    *ARRIVAL,
    *ASSESSMENT,
    *CHALLENGE,
    *IMPACT,
    *LEAVING,
    *NOTICE,
    *PAPERS,
    *PHASE,
    *PLAN,
    *REG41,
    *REPORTS,
    *REVIEWS,
    *VISITS,
)
