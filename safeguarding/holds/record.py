from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType
from cura.lib import london
from safeguarding.holds.forms import HoldTypeForm
from safeguarding.holds.models import HoldType

hold_type = RecordType(
    model=HoldType,
    form=HoldTypeForm,
    slug="hold-types",
    prefix="HT",
    title="Holds that we are taught",
    scope="home",
    section="Team",
    icon="mortarboard",
    columns=(
        Column(title="Hold", of=lambda row: row.name),
        Column(title="From whom", of=lambda row: f"{row.provider} {row.edition}"),
        Column(title="Position", of=lambda row: row.get_position_display()),
        Column(title="Adults", of=lambda row: str(row.people)),
        Column(title="In force from", of=lambda row: london.words(row.happened_at)),
    ),
    preload=("home",),
    moments=(
        Moment(
            key="signed", title="Sign", done="In force", permission=P.RECORD_SIGN, with_save=True
        ),
    ),
    search=("name", "provider"),
    files=2,
)  # fmt: skip
