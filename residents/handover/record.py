from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType, Rows
from cura.lib import london
from residents.handover import gather
from residents.handover.documents import ONE_PAGE
from residents.handover.forms import HandoverCountForm, HandoverForm, HandoverLineForm, TakeForm
from residents.handover.models import Handover, HandoverCount, HandoverLine
from residents.handover.views import HandoverEdit, HandoverStep


def _taken(handover: Handover) -> str:
    if handover.taken_by:
        return f"by {handover.taken_by.first_name}"
    return "not yet" if handover.signed_at else "still open"


handover = RecordType(
    model=Handover,
    form=HandoverForm,
    slug="handovers",
    prefix="HO",
    title="Handovers",
    scope="home",
    section="The house",
    icon="arrow-left-right",
    columns=(
        Column(title="When", of=lambda h: london.words(h.happened_at)),
        Column(title="Which", of=lambda h: h.get_change_display()),
        Column(title="Given by", of=lambda h: h.author.first_name),
        Column(title="Taken", of=_taken, status=True),
    ),
    preload=("home", "taken_by"),
    rows=(
        Rows(
            model=HandoverLine, form=HandoverLineForm, fk="handover", title="The children",
            extra=0, starting=gather.starting_lines,
        ),
        Rows(
            model=HandoverCount, form=HandoverCountForm, fk="handover", title="Counted together",
            extra=0, starting=gather.starting_counts,
        ),
    ),
    moments=(
        Moment(
            key="signed", title="Sign", done="Signed", permission=P.RECORD_SIGN, with_save=True
        ),
        Moment(
            key="taken", title="Take the shift", done="Taken", permission=P.RECORD_SIGN,
            form=TakeForm, after="signed", not_by=("author", "signed"), proof="pin",
        ),
    ),
    search=("house",),
    documents=(ONE_PAGE,),
    views={"edit": HandoverEdit, "step": HandoverStep},
)  # fmt: skip
