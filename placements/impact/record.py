from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType, Rows
from cura.lib import london
from placements.impact import forms
from placements.impact.actions import after
from placements.impact.household import starting
from placements.impact.models import HouseholdVoice, ImpactAssessment, Pair
from placements.impact.views import ImpactDetail, ImpactEdit


def _wanting(*, record: ImpactAssessment, by, now) -> str:
    return record.wanting()


impact = RecordType(
    model=ImpactAssessment,
    form=forms.ImpactForm,
    slug="impact-assessments",
    prefix="IM",
    title="Impact risk assessments",
    scope="home",
    section="Coming to live here",
    icon="people",
    columns=(
        Column(title="When", of=lambda row: london.words(row.happened_at)),
        Column(title="Who may come", of=lambda row: row.referral.name),
        Column(title="Can we?", of=lambda row: row.get_result_display() or "Not said yet"),
        Column(title="Written by", of=lambda row: row.author.first_name),
    ),
    preload=("home", "referral"),
    rows=(
        Rows(
            model=Pair, form=forms.PairForm, fk="assessment", title="Each who lives here",
            extra=0, starting=starting,
        ),
        Rows(
            model=HouseholdVoice, form=forms.VoiceForm, fk="assessment",
            title="What they say of a new child, asked without a name",
        ),
    ),
    moments=(
        Moment(
            key="signed", title="Sign", done="Signed", permission=P.RECORD_SIGN, with_save=True,
            refuse=_wanting,
        ),
        Moment(
            key="restaffed", title="The staffing has changed", done="The staffing has changed",
            permission=P.RECORD_REVIEW, form=forms.RestaffedForm, after="signed",
        ),
    ),
    search=("must_be_true", "staffing", "last_home"),
    after=after,
    views={"edit": ImpactEdit, "detail": ImpactDetail},
    files=2,
)  # fmt: skip
