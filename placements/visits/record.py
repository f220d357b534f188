from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType
from cura.lib import london
from placements.visits.forms import CancelForm, HeldForm, VisitForm
from placements.visits.models import Visit
from placements.visits.reading import stands
from placements.visits.views import VisitDetail, VisitEdit

visit = RecordType(
    model=Visit,
    form=VisitForm,
    slug="professional-visits",
    prefix="VS",
    title="Visits and appointments",
    scope="child",
    section="Reviews and visits",
    icon="person-badge",
    columns=(
        Column(title="When", of=lambda row: london.words(row.happened_at)),
        Column(title="Who", of=lambda row: row.title),
        Column(title="Seen alone", of=lambda row: row.get_seen_alone_display()),
        Column(title="What came of it", of=lambda row: row.came_of_it, words=True),
        Column(title="How it stands", of=stands, status=True),
    ),
    preload=("child", "home"),
    moments=(
        Moment(
            key="held", title="It took place", done="It took place", permission=P.KEYWORK_WRITE,
            form=HeldForm,
        ),
        Moment(
            key="cancelled", title="It was called off", done="Called off",
            permission=P.KEYWORK_WRITE, form=CancelForm,
        ),
    ),
    search=("who", "came_of_it", "own_words"),
    views={"edit": VisitEdit, "detail": VisitDetail},
    files=4,
)  # fmt: skip
