"""The records of this app: its table of contents."""

from compliance.checks.kinds import KINDS
from compliance.defects.record import defect

RECORDS = (defect, *KINDS)
