"""N2: the day after a notice ran out and the child still lives here. The manager, a week later the
responsible individual, and from then on each week."""

from django.db.models import F
from django.db.models.functions import Coalesce

from cura.core.deadlines.offsets import Hours
from cura.core.deadlines.rules import DeadlineRule, Late

MORNING, WEEK = 8, 7 * 24
WEEKS = 12  # then it is an old thing in every list, and the responsible individual knows it

STILL_HERE = DeadlineRule(
    duty="NOTICE-END",
    model="placements.placementnotice",
    starts="ends_on",
    done=Coalesce(F("ended_at"), F("child__left_at")),
    title="{child} still lives here: the notice has run out",
    escalate=(
        Late(Hours(MORNING), to=("manager",)),
        *(Late(Hours(MORNING + WEEK * n), to=("ri",)) for n in range(1, WEEKS + 1)),
    ),
)
RULES = (STILL_HERE,)
