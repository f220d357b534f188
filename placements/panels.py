"""The panels of this app: its table of contents."""

from placements.challenge.panels import PANELS as CHALLENGE

PANELS = (*CHALLENGE,)
