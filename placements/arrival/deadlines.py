"""Two clocks of the first day: our report by hour 24, and the guide gone through with the child."""

from django.db.models import Case, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce

from cura.core.accounts.people import User
from cura.core.deadlines.offsets import Hours
from cura.core.deadlines.rules import Alert, DeadlineRule, Late
from placements.arrival.models import FirstDayKeeper, FirstDayLine

MODEL = "placements.firstday"
ARRIVAL = "arrival"  # the code of whoever has the first day now
_MINE = Q(first_day=OuterRef("pk")) | Q(first_day=OuterRef("replaces_id"))
# What was put right keeps what was signed in time for the first one, about the same child.
_BEFORE = Case(When(replaces__child=F("child"), then=F("replaces__signed_at")))
_LINES = FirstDayLine.objects.filter(_MINE, step="guide").order_by("-written_at", "-id")


def _guide():
    """When the guide was explained; nothing while the latest line says "not now"."""
    last = _LINES.annotate(done_at=Case(When(state=FirstDayLine.State.DONE, then=F("at"))))
    return Subquery(last.values("done_at")[:1])


RULES = (
    DeadlineRule(
        duty="DAY1-REPORT", model=MODEL, done=Coalesce(_BEFORE, F("signed_at")),
        title="Sign the report on the first day of {child}",
        remind=(Alert(Hours(20), to=(ARRIVAL,)),),
        escalate=(
            Late(Hours(0), to=(ARRIVAL,)),
            Late(Hours(2), to=("lead",)),
            Late(Hours(6), to=("manager",)),
        ),
    ),
    DeadlineRule(
        duty="R7-GUIDE-EXPL", model=MODEL, done=_guide(),
        title="Go through the children's guide with {child}",
        remind=(Alert(Hours(20), to=(ARRIVAL,)),),
        escalate=(Late(Hours(0), to=(ARRIVAL, "lead")), Late(Hours(24), to=("manager",))),
    ),
)  # fmt: skip


def has_it(deadline, now) -> list[User]:
    """Whoever has the first day now; nobody for what is no first day."""
    rows = FirstDayKeeper.objects.filter(first_day=deadline.object_id).select_related("person")
    last = rows.order_by("-written_at", "-id").first()
    return [last.person] if last else []
