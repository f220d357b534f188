from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType
from cura.lib import london
from residents.whereabouts.forms import BackForm, OutingForm
from residents.whereabouts.models import Outing
from residents.whereabouts.views import OutingDetail


def _back(outing: Outing) -> str:
    if outing.came_back_at:
        return london.words(outing.came_back_at)
    return f"expected {london.words(outing.expected_back)}" if outing.expected_back else "out now"


outing = RecordType(
    model=Outing,
    form=OutingForm,
    slug="outings",
    prefix="OU",
    title="Out of the house",
    scope="child",
    section="Daily life",
    icon="door-open",
    columns=(
        Column(title="Went out", of=lambda o: london.words(o.happened_at)),
        Column(title="Where", of=lambda o: o.where),
        Column(title="With whom", of=lambda o: o.with_whom),
        Column(title="Back", of=_back),
    ),
    preload=("child", "home", "with_staff"),
    moments=(
        Moment(
            key="back", title="Back home", done="Back home", permission=P.DAILY_WRITE,
            form=BackForm,
        ),
    ),
    search=("where", "company", "back_note"),
    views={"detail": OutingDetail},
)  # fmt: skip
