"""CHR 2015 reg. 5(c) and 14(2): nobody waits for an answer without pressing on.

The regulation gives no number of days: five working days a level are the home's own policy, and
each level that nobody goes is told: the manager, then the responsible individual too.
"""

from django.db.models import Case, F, Q, When
from django.db.models.functions import Coalesce

from cura.core.deadlines.offsets import Before, Days, Hours, WorkingDays
from cura.core.deadlines.rules import Alert, DeadlineRule, Late
from placements.challenge.models import Challenge

MODEL = "placements.challenge"
_LEVEL = WorkingDays(5)
# Done by an answer that is enough, or by the letter to the next level. "We are searching" is none.
_DONE = Coalesce(
    Case(When(enough=Challenge.Enough.YES, then=F("answered_at"))), F("followed_by__signed_at")
)
RULES = (
    DeadlineRule(
        duty="R5-CHALLENGE", model=MODEL, done=_DONE,
        title="Press on for {child}: {title}",
        remind=(Alert(Before(WorkingDays(1)), to=("author",)),),
        escalate=(
            Late(Hours(0), to=("manager",)),
            Late(_LEVEL, to=("manager", "ri")),
            Late(WorkingDays(10), to=("manager", "ri")),
        ),
    ),
    DeadlineRule(
        duty="R5-CHALLENGE", aspect="wanted", model=MODEL, starts="wanted_by", done=_DONE,
        due=Days(0), applies=Q(wanted_by__isnull=False),
        title="The day that we asked for is here, for {child}: {title}",
        escalate=(Late(Hours(0), to=("manager", "ri")),),
    ),
    DeadlineRule(
        duty="R14-REVREQ", model=MODEL, starts="noticed_at", done="signed_at",
        applies=Q(kind=Challenge.Kind.REVIEW, noticed_at__isnull=False),
        title="Ask {child}'s council for a review of the plan",
        remind=(Alert(Hours(12), to=("author", "manager")),),
        escalate=(Late(Hours(0), to=("manager",)), Late(Hours(24), to=("ri",))),
    ),
)  # fmt: skip
