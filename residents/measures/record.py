from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType, Rows
from cura.lib import london
from residents.measures.forms import MeasureForm, MeasureScoreForm
from residents.measures.models import Measure, MeasureScore
from residents.measures.views import MeasureEdit, MeasureList

measure = RecordType(
    model=Measure,
    form=MeasureForm,
    slug="measures",
    prefix="ME",
    title="Scores",
    scope="child",
    section="About the child",
    icon="graph-up",
    columns=(
        Column(title="When", of=lambda row: london.words(row.happened_at)),
        Column(title="Which", of=lambda row: row.called),
        Column(title="Whose answers", of=lambda row: row.get_informant_display()),
        Column(title="Scored by", of=lambda row: row.scored_by),
    ),
    preload=("child", "home"),
    rows=(
        Rows(
            model=MeasureScore, form=MeasureScoreForm, fk="measure", title="Figures and bands",
            least=1,
        ),
    ),
    moments=(
        Moment(
            key="signed", title="Sign", done="Signed", permission=P.RECORD_SIGN, with_save=True
        ),
    ),
    search=("answered_by", "scored_by", "words"),
    views={"edit": MeasureEdit, "list": MeasureList},
    files=2,
)  # fmt: skip
