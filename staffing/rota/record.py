from cura.core.records.types import Column, RecordType
from cura.lib import london
from staffing.rota.forms import ShiftForm
from staffing.rota.models import Shift

shift = RecordType(
    model=Shift,
    form=ShiftForm,
    slug="shifts",
    prefix="SH",
    title="Rota",
    scope="home",
    section="Team",
    icon="people",
    columns=(
        Column(title="Who", of=lambda row: row.person.name),
        Column(title="As", of=lambda row: row.get_kind_display()),
        Column(title="From", of=lambda row: london.words(row.happened_at)),
        Column(title="Until", of=lambda row: london.words(row.until)),
    ),
    preload=("home", "person"),
)
