from compliance.defects import forms
from compliance.defects.models import Defect
from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType
from cura.lib import london


def _stands(row: Defect) -> str:
    if row.mended_at:
        return f"Mended {london.day_words(london.local_date(row.mended_at))}"
    return "Made safe, not mended" if row.safe_at else "Open"


def _tone(row: Defect) -> str:
    return "ok" if row.mended_at else "warn"


defect = RecordType(
    model=Defect,
    form=forms.DefectForm,
    slug="defects",
    prefix="DF",
    title="Defects",
    scope="home",
    section="The house",
    icon="tools",
    columns=(
        Column(title="What", of=lambda row: row.what),
        Column(title="Where", of=lambda row: row.where),
        Column(title="Found", of=lambda row: london.words(row.happened_at)),
        Column(title="Whose", of=lambda row: row.get_whose_display()),
        Column(title="How it stands", of=_stands, tone=_tone),
    ),
    preload=("home",),
    moments=(
        Moment(
            key="signed", title="Sign", done="Signed", permission=P.RECORD_SIGN, with_save=True
        ),
        Moment(
            key="safe", title="Made safe", done="Made safe", permission=P.PREMISES_WRITE,
            form=forms.SafeForm, after="signed",
        ),
        Moment(
            key="mended", title="Mended", done="Mended", permission=P.PREMISES_WRITE,
            form=forms.MendedForm, after="signed",
        ),
    ),
    search=("what", "where", "mended_how"),
    files=4,
)  # fmt: skip
