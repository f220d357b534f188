"""Phase 1 ends: the council's panel agrees what comes next. Three months are the home's policy."""

from django.db.models import F, OuterRef, Q, Subquery

from cura.core.deadlines.offsets import Before, Days, Hours, Weeks
from cura.core.deadlines.rules import Alert, DeadlineRule, Late
from placements.phase.models import Phase

_NEXT = Phase._base_manager.filter(
    child=OuterRef("child"), home=OuterRef("home"), void_at=None,
    happened_at__gt=OuterRef("happened_at"),
).order_by("happened_at").values("happened_at")[:1]  # fmt: skip
RULES = (
    DeadlineRule(
        duty="PHASE-NEXT", model="placements.phase", starts="happened_at", done=Subquery(_NEXT),
        applies=Q(number=Phase.Number.ONE, signed_at__isnull=False, child__left_at=None)
        & Q(child__home=F("home")),
        title="Agree with the council what comes after {child}'s assessment",
        remind=(Alert(Before(Weeks(3)), to=("manager",)), Alert(Before(Days(7)), to=("manager",))),
        escalate=(Late(Hours(0), to=("manager", "ri")),),
    ),
)  # fmt: skip
