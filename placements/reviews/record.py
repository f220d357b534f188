from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType, Rows
from cura.lib import london
from placements.reviews.forms import CancelForm, DecisionForm, ReviewForm
from placements.reviews.models import LookedAfterReview, ReviewDecision
from placements.reviews.reading import stands
from placements.reviews.views import ReviewDetail

looked_after_review = RecordType(
    model=LookedAfterReview,
    form=ReviewForm,
    slug="looked-after-reviews",
    prefix="LR",
    title="Looked-after reviews",
    scope="child",
    section="Reviews and visits",
    icon="people",
    columns=(
        Column(title="When", of=lambda row: london.words(row.held_at or row.happened_at)),
        Column(title="Which", of=lambda row: row.get_which_display()),
        Column(title="Chaired by", of=lambda row: row.chair),
        Column(title="The child was there", of=lambda row: row.get_she_came_display()),
        Column(title="How it stands", of=stands, status=True),
    ),
    preload=("child", "home"),
    rows=(
        Rows(
            model=ReviewDecision, form=DecisionForm, fk="review",
            title="What was decided, once it was held", extra=0,
        ),
    ),
    moments=(
        Moment(key="signed", title="Sign", done="Signed", permission=P.RECORD_SIGN),
        Moment(
            key="cancelled", title="It was called off", done="Called off",
            permission=P.PLAN_WRITE, form=CancelForm,
        ),
    ),
    search=("words", "her_views", "moving_on", "chair"),
    views={"detail": ReviewDetail},
    files=4,
)  # fmt: skip
