"""A plan is looked at again each month, and after each event that asks for it. Policy of the home
(the regulations say "kept under review"); the key worker hears first, then the manager.

Several events before one look are one thing to do: the clock runs from the first of them.
"""

from django.db.models import Exists, OuterRef, Q, Subquery

from cura.core.deadlines.offsets import Before, Hours
from cura.core.deadlines.rules import Alert, DeadlineRule, Every, Late
from residents.plan.models import PlanAsked, PlanLook

MORNING = 8  # days end at midnight: whoever is told reads it at eight
_LOOKED = (
    PlanLook.objects.filter(
        child=OuterRef("child"), label=OuterRef("label"), at__gte=OuterRef("at")
    )
    .order_by("at")
    .values("at")[:1]
)
# An earlier event that waits for the same look, when this one comes.
_LOOKED_BETWEEN = PlanLook.objects.filter(
    child=OuterRef("child"), label=OuterRef("label"), at__gte=OuterRef("at"),
    at__lte=OuterRef(OuterRef("at")),
)  # fmt: skip
_EARLIER = PlanAsked.objects.filter(
    Q(at__lt=OuterRef("at")) | Q(at=OuterRef("at"), pk__lt=OuterRef("pk")),
    child=OuterRef("child"), label=OuterRef("label"),
).exclude(Exists(_LOOKED_BETWEEN))  # fmt: skip


def rules(label: str, it: str) -> tuple[DeadlineRule, ...]:
    """`it` is how people call the plan: "support plan"."""
    kind = Q(label=label, child__left_at=None)
    return (
        Every(
            duty="PLAN-MONTH", aspect=label.rpartition(".")[2], model="residents.planlook",
            per=("child",), starts="at", applies=kind,
            title=f"Look at the {it} of {{child}} again: a month has gone by",
            remind=(
                Alert(Before(Hours(3 * 24 + 24 - MORNING)), to=("key_worker",)),
                Alert(Before(Hours(24 - MORNING)), to=("key_worker",)),
            ),
            escalate=(Late(Hours(MORNING), to=("manager",)),),
        ),
        DeadlineRule(
            duty="PLAN-EVENT", aspect=label.rpartition(".")[2], model="residents.planasked",
            starts="at", applies=kind & Q(~Exists(_EARLIER)), done=Subquery(_LOOKED),
            title=f"Look at the {it} of {{child}} after what happened",
            remind=(Alert(Hours(24), to=("key_worker",)),),
            escalate=(Late(Hours(0), to=("manager",)),),
        ),
    )  # fmt: skip
