from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType
from cura.lib import london
from placements.notice.forms import EndNoticeForm, NoticeForm
from placements.notice.models import PlacementNotice

notice = RecordType(
    model=PlacementNotice,
    form=NoticeForm,
    slug="placement-notices",
    prefix="NT",
    title="Notices on placements",
    scope="child",
    section="Coming to live here",
    icon="flag",
    columns=(
        Column(title="When", of=lambda row: london.words(row.happened_at)),
        Column(title="What", of=lambda row: row.get_kind_display()),
        Column(title="Another home by", of=lambda row: london.day_words(row.ends_on)),
        Column(title="Stands", of=lambda row: "Ended" if row.ended_at else "Yes", status=True),
    ),
    preload=("child", "home"),
    moments=(
        Moment(
            key="ended", title="This no longer stands", done="Ended", permission=P.RECORD_REVIEW,
            form=EndNoticeForm,
        ),
    ),
    search=("why", "told_who"),
    files=2,
)  # fmt: skip
