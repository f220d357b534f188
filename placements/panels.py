"""The panels of this app: its table of contents."""

from placements.challenge.panels import PANELS as CHALLENGE
from placements.leaving.panels import PANELS as LEAVING
from placements.plan.panels import PANELS as PLAN

PANELS = (
    *CHALLENGE,
    *LEAVING,
    *PLAN,
)
