from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType
from cura.lib import london
from placements.phase.actions import settle_others
from placements.phase.forms import PhaseForm
from placements.phase.models import Phase

phase = RecordType(
    model=Phase,
    form=PhaseForm,
    slug="phases",
    prefix="PH",
    title="Phases",
    scope="child",
    section="Coming to live here",
    icon="signpost",
    columns=(
        Column(title="Since", of=lambda row: london.words(row.happened_at)),
        Column(title="Phase", of=lambda row: row.get_number_display()),
        Column(title="Agreed by", of=lambda row: row.agreed_by),
    ),
    preload=("child", "home"),
    moments=(
        Moment(
            key="signed", title="Sign", done="Signed", permission=P.RECORD_REVIEW, with_save=True
        ),
    ),
    search=("agreed_by", "why"),
    files=2,
    after=settle_others,
)  # fmt: skip
