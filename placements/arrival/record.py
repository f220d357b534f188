from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType
from cura.lib import london
from placements.arrival.actions import after_page
from placements.arrival.documents import REPORT
from placements.arrival.forms import FirstDayForm
from placements.arrival.models import SECTIONS, FirstDay
from placements.arrival.views import FirstDayDetail, FirstDayEdit
from placements.welcome.pack import PACK

NOTHING = "Write the report first. It is drafted from the list."


def nothing_written(*, record: FirstDay, by, now) -> str:
    return "" if record.is_written() else NOTHING


def stands(record: FirstDay) -> str:
    return "Report signed" if record.signed_at else "Report to be signed"


first_day = RecordType(
    model=FirstDay,
    form=FirstDayForm,
    slug="first-days",
    prefix="FD",
    title="First days",
    scope="child",
    icon="house-heart",
    columns=(
        Column(title="Came", of=lambda record: london.words(record.happened_at)),
        Column(title="How it stands", of=stands, status=True),
        Column(title="Begun by", of=lambda record: record.author.first_name),
    ),
    preload=("child", "child__key_worker", "home"),
    moments=(
        Moment(
            key="signed", title="Sign the report", done="Signed", permission=P.RECORD_SIGN,
            refuse=nothing_written,
        ),
    ),
    search=SECTIONS,
    documents=(REPORT, PACK),
    views={"edit": FirstDayEdit, "detail": FirstDayDetail},
    after=after_page,
)  # fmt: skip
