"""CHR 2015 reg. 18: a child whom no council looks after has a plan of ours, before she comes or as
soon as can be. The clock stands on the child, for there may be no plan to hang it on.

The council's own plan (reg. 17) is owed to us, and stands with the papers.
"""

from django.db.models import OuterRef, Q, Subquery

from cura.core.deadlines.offsets import Days, Hours
from cura.core.deadlines.rules import Alert, DeadlineRule, Late
from placements.plan.models import PlacementPlan
from residents.child.models import Child

_SIGNED = PlacementPlan.objects.filter(
    child=OuterRef("pk"), basis=PlacementPlan.Basis.OWN, void_at=None, signed_at__isnull=False
).order_by("signed_at")  # fmt: skip
NOT_LOOKED_AFTER = Q(legal_status=Child.LegalStatus.OTHER, looked_after_on=None)

RULES = (
    DeadlineRule(
        duty="PL-PLAN18",
        model="residents.child",
        title="Write and sign our own plan for {first_name}",
        applies=NOT_LOOKED_AFTER & Q(left_at=None),
        starts="arrived_at",
        done=Subquery(_SIGNED.values("signed_at")[:1]),
        remind=(Alert(Hours(0), to=("key_worker",)),),
        escalate=(Late(Hours(24), to=("manager",)), Late(Days(5), to=("ri",))),
    ),
)
