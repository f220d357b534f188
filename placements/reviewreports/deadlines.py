"""We owe our report and her views, five working days before the review (our own policy)."""

from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from cura.core.deadlines.offsets import Before, Days
from cura.core.deadlines.rules import Alert, DeadlineRule, Moved
from placements.reviewreports.models import ReviewReport

_SENT = ReviewReport.objects.standing().filter(review=OuterRef("pk")).exclude(sent_at=None)

RULES = (
    DeadlineRule(
        duty="LAC-REPORT", model="placements.lookedafterreview",
        title="Send our report and the views of {child} for the review",
        # A review that was held without our report was not served in time, and says so for good.
        applies=Q(cancelled_at=None, happened_at__gte=F("child__arrived_at"))
        & (Q(child__left_at=None) | Q(held_at__isnull=False)),
        done=Coalesce(Subquery(_SENT.order_by("sent_at").values("sent_at")[:1]), "held_at"),
        remind=(
            Alert(Before(Days(7)), to=("key_worker",)),
            Alert(Before(Days(2)), to=("key_worker", "manager")),
        ),
        moved=(
            Moved("placements.reviewreport", mine="pk", theirs="review_id"),
            Moved("residents.child", theirs="pk"),
        ),
    ),
)  # fmt: skip
