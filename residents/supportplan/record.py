from cura.core.records.types import RecordType, Rows
from residents.plan import kind, papers
from residents.plan.columns import COLUMNS
from residents.plan.views import PlanDetail, PlanList
from residents.supportplan.documents import DOCUMENTS
from residents.supportplan.forms import (
    MINE,
    OURS,
    HealthCarriedForm,
    SupportPlanForm,
    SupportPlanPaperForm,
    SupportPlanSharedForm,
    health_before,
)
from residents.supportplan.models import HealthCarried, SupportPlan, SupportPlanPaper

support_plan = RecordType(
    model=SupportPlan,
    form=SupportPlanForm,
    slug="support-plans",
    prefix="SU",
    title="Support plans",
    scope="child",
    section="Plans",
    icon="clipboard2-heart",
    columns=COLUMNS,
    preload=("child", "home", "child__key_worker"),
    rows=(
        Rows(
            model=HealthCarried, form=HealthCarriedForm, fk="plan",
            title="Health recommendations carried in", starting=health_before,
        ),
        Rows(
            model=SupportPlanPaper, form=SupportPlanPaperForm, fk="plan",
            title="What the author had read", starting=papers.starting,
        ),
    ),
    moments=kind.moments(SupportPlanSharedForm),
    steps=kind.STEPS,
    search=(*MINE, *OURS, "my_page"),
    documents=DOCUMENTS,
    views={"detail": PlanDetail, "list": PlanList},
)  # fmt: skip
