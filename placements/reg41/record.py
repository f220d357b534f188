from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType
from cura.lib import london
from placements.reg41.documents import REG41
from placements.reg41.forms import Reg41Form, SentForm
from placements.reg41.models import Reg41Notice


def _wanting(*, record: Reg41Notice, by, now) -> str:
    return record.wanting()


reg41_notice = RecordType(
    model=Reg41Notice,
    form=Reg41Form,
    slug="reg41-notices",
    prefix="RN",
    title="Notices to the local council",
    scope="child",
    section="Coming to live here",
    icon="send",
    columns=(
        Column(title="When", of=lambda row: london.words(row.happened_at)),
        Column(title="What", of=lambda row: row.get_kind_display()),
        Column(title="Council", of=lambda row: row.council),
        Column(
            title="Sent", status=True,
            of=lambda row: london.words(row.sent_at) if row.sent_at else "Not sent yet",
        ),
    ),
    preload=("child", "home"),
    moments=(
        Moment(
            key="sent", title="It has been sent", done="Sent", permission=P.CHILD_WRITE,
            form=SentForm, refuse=_wanting,
        ),
    ),
    search=("council", "authority", "sent_to"),
    documents=(REG41,),
)  # fmt: skip
