from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType, Rows, Step
from cura.lib import london
from placements.plan import actions, forms
from placements.plan.documents import PLAN
from placements.plan.models import PlacementPlan, PlanOutcome, PlanPerson
from placements.plan.views import PlacementPlanDetail, waits_for_aims

placement_plan = RecordType(
    model=PlacementPlan,
    form=forms.PlacementPlanForm,
    slug="placement-plans",
    prefix="PP",
    title="Placement plans",
    scope="child",
    section="Plans",
    icon="house-heart",
    columns=(
        Column(title="Met", of=lambda plan: london.words(plan.happened_at)),
        Column(title="What it is for", of=lambda plan: plan.purpose, words=True),
        Column(title="Whose plan", of=lambda plan: plan.get_basis_display()),
        Column(title="The child", of=lambda plan: plan.get_answer_display() or "Not asked yet"),
    ),
    preload=("child", "home"),
    rows=(
        Rows(model=PlanPerson, form=forms.PlanPersonForm, fk="plan", title="Who was asked to come"),
        Rows(model=PlanOutcome, form=forms.PlanOutcomeForm, fk="plan", title="What was agreed"),
    ),
    moments=(
        Moment(
            key="signed", title="Sign for the home", done="Signed for the home",
            permission=P.RECORD_REVIEW, then=actions.signed,
        ),
        Moment(
            key="child", title="The child’s answer", done="The child’s answer",
            permission=P.PLAN_WRITE, form=forms.ChildForm, after="signed",
        ),
        Moment(
            key="council", title="The council has signed", done="Signed for the council",
            permission=P.PLAN_WRITE, form=forms.CouncilForm, after="signed",
        ),
    ),
    steps=(
        Step(
            key="aims", title="Make aims of what was agreed", permission=P.PLAN_WRITE,
            do=actions.make_aims, when=waits_for_aims,
        ),
    ),
    search=(*forms.AGREED, *forms.ARRANGED),
    documents=(PLAN,),
    views={"detail": PlacementPlanDetail},
    files=4,
)  # fmt: skip
