"""Contents page for Django. Nobody imports from it. Kinds of check come by `KINDS`."""

from compliance.checks.kinds import KINDS, ROWS
from compliance.defects.models import Defect

MODELS = (Defect, *ROWS, *(kind.model for kind in KINDS))
