"""The duties of this app's records: its table of contents."""

from placements.challenge.deadlines import RULES as CHALLENGE
from placements.impact.deadlines import RULES as IMPACT
from placements.leaving.deadlines import RULES as LEAVING
from placements.notice.deadlines import RULES as NOTICE
from placements.phase.deadlines import RULES as PHASE
from placements.reg41.deadlines import RULES as REG41

RULES = (
    *CHALLENGE,
    *IMPACT,
    *LEAVING,
    *NOTICE,
    *PHASE,
    *REG41,
)
