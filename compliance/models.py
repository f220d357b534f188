"""Contents page for Django. Nobody imports from it. Kinds of check come by `KINDS`."""

from compliance.checks.kinds import KINDS, ROWS
from compliance.defects.models import Defect
from compliance.due.feed_model import DueFeed

MODELS = (Defect, DueFeed, *ROWS, *(kind.model for kind in KINDS))
