from cura.core.documents.types import Document
from cura.core.permissions import Permission as P
from cura.core.records import actions, present, printed, registry
from placements.plan import reading
from placements.plan.models import PlacementPlan

LAWS = {
    PlacementPlan.Basis.COUNCIL: "Care Planning Regulations 2010, regulation 9 and Schedule 2; "
    "Children's Homes (England) Regulations 2015, regulation 17",
    PlacementPlan.Basis.OWN: "Children's Homes (England) Regulations 2015, regulation 18",
}


def context(*, record: PlacementPlan, by, now) -> dict:
    found = printed.context(record=record, by=by, now=now)
    may = actions.may(by, P.CHILD_READ, record)
    return found | {
        "law": LAWS[record.basis],
        "decides": reading.decisions(record.child, by) if may else None,
        "unanswered": "" if record.child_at else "The child has not been asked yet.",
    }


def filename(plan: PlacementPlan) -> str:
    return f"placement-plan-{present.reference_of(registry.of(plan), plan)}"


PLAN = Document(
    key="plan", title="Placement plan (PDF)", template="documents/placement_plan.html",
    context=context, permission=P.PLAN_READ, filename=filename, whole=True,
)  # fmt: skip
