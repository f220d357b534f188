from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType, Rows, Step
from cura.lib import london
from residents.aims.actions import tell
from residents.aims.forms import AimForm, AimStepForm, CloseForm, TellForm
from residents.aims.models import Aim, AimStep
from residents.aims.views import AimDetail, Aims

aim = RecordType(
    model=Aim,
    form=AimForm,
    slug="aims",
    prefix="AI",
    title="Aims",
    scope="child",
    section="Plans",
    icon="flag",
    columns=(
        Column(title="Since", of=lambda row: london.words(row.happened_at)),
        Column(title="About", of=lambda row: row.get_area_display()),
        Column(title="The aim", of=lambda row: row.words, words=True),
        Column(title="How it ended", of=lambda row: row.get_how_ended_display(), status=True),
    ),
    preload=("child", "home"),
    rows=(Rows(model=AimStep, form=AimStepForm, fk="aim", title="Steps on the way"),),
    moments=(
        Moment(
            key="closed", title="Close this aim", done="Closed", permission=P.PLAN_WRITE,
            form=CloseForm,
        ),
    ),
    steps=(
        Step(
            key="told", title="Write how it goes", permission=P.DAILY_WRITE, do=tell,
            form=TellForm, when=lambda row: not row.closed_at,
        ),
    ),
    search=("words", "starting_point", "wanted", "ended_words"),
    views={"list": Aims, "detail": AimDetail},
)  # fmt: skip
