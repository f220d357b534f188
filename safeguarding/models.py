"""Contents page for Django. Nobody imports from it."""

from safeguarding.consequence.models import Consequence, ConsequencePresent, OtherChild
from safeguarding.holds.models import HoldType
from safeguarding.measure.models import ChildTalk, UserTalk
from safeguarding.restraint.models import Hold, Injury, Restraint, RestraintPresent

__all__ = (
    "ChildTalk",
    "Consequence",
    "ConsequencePresent",
    "Hold",
    "HoldType",
    "Injury",
    "OtherChild",
    "Restraint",
    "RestraintPresent",
    "UserTalk",
)
