"""The panels of this app: its table of contents."""

from placements.challenge.panels import PANELS as CHALLENGE
from placements.leaving.panels import PANELS as LEAVING
from placements.papers.panels import PANELS as PAPERS

PANELS = (
    *CHALLENGE,
    *LEAVING,
    *PAPERS,
)
