"""The panels of this app: its table of contents."""

from placements.arrival.panels import PANELS as ARRIVAL
from placements.arrival.panels import due as first_days
from placements.challenge.panels import PANELS as CHALLENGE
from placements.fit.panels import PANELS as FIT
from placements.coming.reading import PANELS as COMING
from placements.leaving.panels import PANELS as LEAVING
from placements.papers.panels import PANELS as PAPERS
from placements.referral.panels import PANELS as REFERRAL
from placements.plan.panels import PANELS as PLAN

PANELS = (
    *ARRIVAL,
    *CHALLENGE,
    *COMING,
    *LEAVING,
    *FIT,
    *REFERRAL,
    *PAPERS,
    *PLAN,
)
ASKED = (first_days,)
