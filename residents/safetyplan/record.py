from cura.core.records.types import RecordType, Rows
from residents.plan import kind, papers
from residents.plan.columns import COLUMNS
from residents.plan.views import PlanDetail, PlanList
from residents.safetyplan.documents import DOCUMENTS
from residents.safetyplan.forms import (
    MINE,
    OURS,
    SafetyPlanForm,
    SafetyPlanPaperForm,
    SafetyPlanPersonForm,
    SafetyPlanSharedForm,
    people_before,
)
from residents.safetyplan.models import SafetyPlan, SafetyPlanPaper, SafetyPlanPerson

safety_plan = RecordType(
    model=SafetyPlan,
    form=SafetyPlanForm,
    slug="safety-plans",
    prefix="SF",
    title="Safety plans",
    scope="child",
    section="Plans",
    icon="shield-check",
    columns=COLUMNS,
    preload=("child", "home", "child__key_worker"),
    rows=(
        Rows(
            model=SafetyPlanPerson, form=SafetyPlanPersonForm, fk="plan", title="Who to ring",
            starting=people_before,
        ),
        Rows(
            model=SafetyPlanPaper, form=SafetyPlanPaperForm, fk="plan",
            title="What the author had read", starting=papers.starting,
        ),
    ),
    moments=kind.moments(SafetyPlanSharedForm),
    steps=kind.STEPS,
    search=(*MINE, *OURS),
    documents=DOCUMENTS,
    views={"detail": PlanDetail, "list": PlanList},
)  # fmt: skip
