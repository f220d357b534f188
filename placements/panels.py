"""The panels of this app: its table of contents."""

from placements.arrival.panels import PANELS as ARRIVAL
from placements.arrival.panels import due as first_days
from placements.challenge.panels import PANELS as CHALLENGE
from placements.leaving.panels import PANELS as LEAVING

PANELS = (
    *ARRIVAL,
    *CHALLENGE,
    *LEAVING,
)
ASKED = (first_days,)
