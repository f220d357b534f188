from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType, Step
from cura.lib import london
from cura.lib.words import plural
from residents.mustread.actions import read_it
from residents.mustread.forms import MustReadForm, OverForm
from residents.mustread.models import MustRead
from residents.mustread.views import MustReadDetail, MustReadList

must_read = RecordType(
    model=MustRead,
    form=MustReadForm,
    slug="must-reads",
    prefix="MU",
    title="Must-reads",
    scope="home",
    section="The house",
    icon="megaphone",
    columns=(
        Column(title="Words", of=lambda row: row.words),
        Column(title="About", of=lambda row: row.child.name if row.child else "The house"),
        Column(title="Read by", of=lambda row: london.words(row.by_when)),
        Column(title="Seen", of=lambda row: f"by {plural(row.seen_now, 'person', 'people')}"),
        Column(
            title="Now",
            of=lambda row: "Over" if row.ended_at else "To read",
            tone=lambda row: "quiet" if row.ended_at else "warn",
        ),
    ),
    preload=("child", "home"),
    moments=(
        Moment(
            key="ended", title="It is over", done="Over", permission=P.DAILY_WRITE, form=OverForm
        ),
    ),
    steps=(
        Step(
            key="read",
            title="I have read it",
            permission=P.DAILY_READ,
            do=read_it,
            when=lambda row: not row.ended_at,
        ),
    ),
    search=("words",),
    views={"detail": MustReadDetail, "list": MustReadList},
)
