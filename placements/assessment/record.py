from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType, Rows, Step
from cura.lib import london
from placements.assessment import actions, authority, forms
from placements.assessment.documents import REPORT
from placements.assessment.models import (
    Assessment,
    Disagreement,
    Recommended,
    StartingPoint,
)
from placements.assessment.views import AssessmentDetail


def begin(*, record: Assessment, by, now) -> None:
    actions.begin_parts(record=record, by=by, now=now)


def signed(record: Assessment) -> bool:
    return bool(record.signed_at)


def has_more(record: Assessment) -> bool:
    return signed(record) and record.recommended.filter(made=None).exists()


assessment = RecordType(
    model=Assessment,
    form=forms.AssessmentForm,
    slug="assessments",
    prefix="AS",
    title="28-day assessments",
    scope="child",
    section="About the child",
    icon="diagram-3",
    columns=(
        Column(title="Begun", of=lambda row: london.words(row.happened_at)),
        Column(title="Brought together by", of=lambda row: row.coordinator.name),
        Column(title="Recommends", of=lambda row: row.get_recommendation_display()),
    ),
    preload=("child", "home", "coordinator"),
    rows=(
        Rows(
            model=StartingPoint, form=forms.StartingPointForm, fk="assessment",
            title="Starting points", extra=0,
        ),
        Rows(
            model=Recommended, form=forms.RecommendedForm, fk="assessment",
            title="Recommendations", extra=0,
        ),
        Rows(
            model=Disagreement, form=forms.DisagreementForm, fk="assessment",
            title="Who sees it in another way", extra=0,
        ),
    ),
    moments=(
        Moment(
            key="signed", title="Sign the whole", done="Signed", permission=P.RECORD_SIGN,
            refuse=authority.not_the_coordinator,
        ),
        Moment(
            key="checked", title="I have read it for the home", done="Read by a manager",
            permission=P.RECORD_REVIEW, form=forms.CheckedForm, after="signed",
            not_by=("signed",),
        ),
        Moment(
            key="sent", title="It has gone to the reviewing officer", done="Sent",
            permission=P.PLAN_WRITE, form=forms.SentForm, after="signed",
        ),
    ),
    steps=(
        Step(
            key="cosign", title="Put my name under it", permission=P.RECORD_SIGN,
            do=actions.cosign, form=forms.CoSignForm, when=signed,
        ),
        Step(
            key="aims", title="Make the recommendations aims", permission=P.PLAN_WRITE,
            do=actions.make_aims, form=forms.AimsForm, when=has_more,
        ),
    ),
    search=("summary", "child_view", "family_view", "recommendation_words"),
    documents=(REPORT,),
    views={"detail": AssessmentDetail},
    files=6,
    after=begin,
)  # fmt: skip
