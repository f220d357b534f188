"""The duties of this app's records: its table of contents."""

from residents.aims.deadlines import RULES as AIMS
from residents.measures.deadlines import RULES as MEASURES
from residents.plan.deadlines import rules as of_plan
from residents.restriction.deadlines import RULES as RESTRICTION
from residents.whereabouts.deadlines import RULES as WHEREABOUTS

RULES = (
    *AIMS,
    *of_plan("residents.safetyplan", "safety plan"),
    *of_plan("residents.supportplan", "support plan"),
    *MEASURES,
    *RESTRICTION,
    *WHEREABOUTS,
)
