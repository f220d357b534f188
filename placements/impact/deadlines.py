"""N1: the arrival that was planned did not happen. The day after, somebody looks again."""

from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from cura.core.deadlines.offsets import Before, Hours
from cura.core.deadlines.rules import Alert, DeadlineRule, Late
from placements.impact.models import ImpactAssessment

_AGAIN = ImpactAssessment.objects.standing().filter(
    referral=OuterRef("pk"), signed_at__gt=OuterRef("planned_arrival")
)
LOOK_AGAIN = DeadlineRule(
    duty="ARRIVAL-LOOK",
    model="placements.referral",
    applies=Q(answer="yes", void_at=None),
    starts="planned_arrival",
    done=Coalesce(
        F("child__arrived_at"), Subquery(_AGAIN.order_by("signed_at").values("signed_at")[:1])
    ),
    title="The arrival did not happen: look again at needs and impact",
    remind=(Alert(Before(Hours(16)), to=("manager",)),),
    escalate=(Late(Hours(8), to=("manager",)), Late(Hours(7 * 24 + 8), to=("ri",))),
)
RULES = (LOOK_AGAIN,)
