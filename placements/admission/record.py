from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType, Step
from cura.lib import london
from placements.admission.actions import admit
from placements.admission.forms import AdmissionForm, DoorForm
from placements.admission.models import Admission
from placements.admission.views import AdmissionDetail, AdmissionEdit, AdmissionStep


def _by_the_door_only(*, record: Admission, by, now) -> str:
    """The moment is reached by `admit`, which asks the gate and makes her file: never alone."""
    return "" if record.child_id else "It is written when she comes through the door."


admission = RecordType(
    model=Admission,
    form=AdmissionForm,
    slug="admissions",
    prefix="AD",
    title="Admissions",
    scope="home",
    section="Coming to live here",
    icon="door-open",
    columns=(
        Column(title="Written", of=lambda row: london.words(row.happened_at)),
        Column(title="Who", of=lambda row: row.referral.name),
        Column(title="Legal basis", of=lambda row: row.get_legal_status_display()),
        Column(
            title="Came", status=True,
            of=lambda row: london.words(row.came_at) if row.came_at else "Not here yet",
        ),
    ),
    preload=("home", "referral", "child"),
    moments=(
        Moment(
            key="admitted", title="Came to live here", done="Came to live here",
            permission=P.CHILD_WRITE, form=DoorForm, refuse=_by_the_door_only,
        ),
    ),
    steps=(
        Step(
            key="door", title="She is here", permission=P.CHILD_WRITE, do=admit, form=DoorForm,
            when=lambda record: not record.admitted_at,
        ),
    ),
    search=("danger_words", "allergies_words", "hidden_words", "legal_from"),
    views={"edit": AdmissionEdit, "detail": AdmissionDetail, "step": AdmissionStep},
)  # fmt: skip
