"""The panels of this app: its table of contents."""

from placements.arrival.panels import PANELS as ARRIVAL
from placements.arrival.panels import due as first_days
from placements.assessment.panels import ASKED as ASSESSMENT_DUE
from placements.assessment.panels import PANELS as ASSESSMENT
from placements.challenge.panels import PANELS as CHALLENGE
from placements.coming.reading import PANELS as COMING
from placements.fit.panels import PANELS as FIT
from placements.leaving.panels import PANELS as LEAVING
from placements.papers.panels import ASKED as PAPERS_DUE
from placements.papers.panels import PANELS as PAPERS
from placements.plan.panels import PANELS as PLAN
from placements.planned.panels import PANELS as PLANNED
from placements.planned.today import comes
from placements.referral.panels import PANELS as REFERRAL

PANELS = (
    *ARRIVAL,
    *ASSESSMENT,
    *CHALLENGE,
    *COMING,
    *FIT,
    *LEAVING,
    *PAPERS,
    *PLAN,
    *PLANNED,
    *REFERRAL,
)
# Rows of somebody's own Today (residents/due.py).
ASKED = (
    *ASSESSMENT_DUE,
    *PAPERS_DUE,
    comes,
    first_days,
)
