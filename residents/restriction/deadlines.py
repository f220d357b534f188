"""CHR 2015 reg. 22: the council hears of an emergency within 24 hours; no limit goes on unseen."""

from django.db.models import Q

from cura.core.deadlines.offsets import Hours
from cura.core.deadlines.rules import Alert, DeadlineRule, Late
from residents.restriction.models import Restriction

MODEL = "residents.restriction"
RULES = (
    DeadlineRule(
        duty="R22-EMERG", model=MODEL, done="told_at",
        applies=Q(kind=Restriction.Kind.EMERGENCY),
        title="Tell the council about the limit on {child}'s family time",
        remind=(Alert(Hours(12), to=("author", "lead")), Alert(Hours(20), to=("manager",))),
        escalate=(Late(Hours(0), to=("manager",)), Late(Hours(24), to=("ri",), urgent=True)),
    ),
    DeadlineRule(
        duty="R22-REVIEW", model=MODEL, done="again_at",
        title="Look again at the limit on {child}'s family time",
        remind=(Alert(Hours(24 * 6), to=("manager",)),),
        escalate=(Late(Hours(0), to=("manager",)), Late(Hours(48), to=("ri",))),
    ),
)  # fmt: skip
