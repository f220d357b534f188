"""The panels of this app: its table of contents."""

from placements.challenge.panels import PANELS as CHALLENGE
from placements.coming.panels import PANELS as COMING
from placements.leaving.panels import PANELS as LEAVING

PANELS = (
    *CHALLENGE,
    *COMING,
    *LEAVING,
)
