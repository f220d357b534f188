from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType, Rows, Step
from placements.assessment import authority, part_actions
from placements.assessment.part_forms import AskedForm, GivenForm, PartForm, StatementForm
from placements.assessment.part_models import AssessmentPart, Statement
from placements.assessment.part_views import EVIDENCE, PartDetail, PartEdit


def unsigned(part: AssessmentPart) -> bool:
    return not part.signed_at


def who(part: AssessmentPart) -> str:
    return part.writer.name if part.writer else part.outsider or "Nobody yet"


assessment_part = RecordType(
    model=AssessmentPart,
    form=PartForm,
    slug="assessment-parts",
    prefix="AP",
    title="Parts of assessments",
    scope="child",
    section="About the child",
    icon="list-check",
    columns=(
        Column(title="Which view", of=lambda part: part.called),
        Column(title="Who writes it", of=who),
        Column(title="What was found", of=lambda part: part.found, words=True),
    ),
    preload=("child", "home", "writer", "assessment"),
    rows=(Rows(model=Statement, form=StatementForm, fk="part", title=EVIDENCE),),
    moments=(
        Moment(
            key="signed", title="Sign", done="Signed", permission=P.RECORD_SIGN,
            refuse=authority.not_the_author,
        ),
    ),
    steps=(
        Step(
            key="given", title="Who writes it, and by when", permission=P.PLAN_WRITE,
            do=part_actions.give, form=GivenForm, when=unsigned,
        ),
        Step(
            key="asked", title="Asked for it", permission=P.PLAN_WRITE,
            do=part_actions.ask, form=AskedForm, when=unsigned,
        ),
    ),
    search=("title", "how", "found", "suggests"),
    views={"detail": PartDetail, "edit": PartEdit},
    files=6,
)  # fmt: skip
