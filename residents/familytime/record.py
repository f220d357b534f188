from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType, Step
from residents.child.board import StandingDetail
from residents.familytime.actions import plan_step
from residents.familytime.forms import FamilyTimeForm, OverForm, PlanForm
from residents.familytime.models import FamilyTime
from residents.familytime.views import FamilyTimeBoard

family_time = RecordType(
    model=FamilyTime,
    form=FamilyTimeForm,
    slug="family-time",
    prefix="FY",
    title="Family time",
    scope="child",
    section="About the child",
    icon="heart",
    columns=(
        Column(title="With", of=lambda row: row.name),
        Column(title="How", of=lambda row: row.get_way_display()),
        Column(title="How often", of=lambda row: row.how_often),
        Column(title="How free", of=lambda row: row.get_freedom_display()),
    ),
    preload=("child", "home", "person"),
    moments=(
        Moment(
            key="ended", title="It is over", done="Over", permission=P.CHILD_WRITE, form=OverForm
        ),
    ),
    steps=(
        Step(
            key="plan", title="Put the next one in the diary", permission=P.DIARY_WRITE,
            do=plan_step, form=PlanForm,
            when=lambda row: row.freedom != FamilyTime.Freedom.NONE and not row.ended_at,
        ),
    ),
    search=("how_often", "limits", "own_words"),
    views={"list": FamilyTimeBoard, "detail": StandingDetail},
    files=2,
)  # fmt: skip
