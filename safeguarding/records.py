"""The records of this app: its table of contents."""

from safeguarding.consequence.record import consequence
from safeguarding.holds.record import hold_type
from safeguarding.restraint.record import restraint

RECORDS = (restraint, consequence, hold_type)
