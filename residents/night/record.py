from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType
from cura.lib import london
from residents.night.forms import EndForm, NightCheckPlanForm
from residents.night.models import NightCheckPlan


def _nights(plan: NightCheckPlan) -> str:
    return f"{london.day_words(plan.first_night)} to {london.day_words(plan.last_night)}"


def _often(plan: NightCheckPlan) -> str:
    return f"every {plan.every_minutes} minutes, {plan.from_time:%H:%M} to {plan.to_time:%H:%M}"


night_check_plan = RecordType(
    model=NightCheckPlan,
    form=NightCheckPlanForm,
    slug="night-check-plans",
    prefix="NP",
    title="Plans for checks at night",
    scope="child",
    section="Plans",
    icon="moon-stars",
    columns=(
        Column(title="Nights", of=_nights),
        Column(title="How often", of=_often),
        Column(title="Why", of=lambda plan: plan.why),
        Column(title="Agreed", of=lambda plan: plan.get_agreed_display()),
    ),
    preload=("child", "home"),
    moments=(
        Moment(
            key="signed", title="Sign", done="Signed", permission=P.RECORD_SIGN, with_save=True
        ),
        Moment(
            key="ended", title="End these checks", done="Ended", permission=P.PLAN_WRITE,
            form=EndForm, after="signed",
        ),
    ),
    search=("why", "looks_at", "own_words"),
)  # fmt: skip
