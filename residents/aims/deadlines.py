"""An aim without a starting point, or of which nobody writes: said to the key worker after 28 days
(the home may set another number), and to the manager a week later. One aim is one finding: as long
as the starting point is missing, that is what is said of it.
"""

from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from cura.core.deadlines.offsets import Before, Hours
from cura.core.deadlines.rules import Alert, DeadlineRule, Late
from residents.aims.models import AimEntry

MORNING = 8  # days end at midnight: whoever is told reads it at eight
ON_THE_DAY = (Alert(Before(Hours(24 - MORNING)), to=("key_worker",)),)
A_WEEK_ON = (Late(Hours(6 * 24 + MORNING), to=("manager",)),)
_LAST = AimEntry.objects.filter(aim=OuterRef("pk")).order_by("-at").values("at")[:1]

STARTING_POINT = DeadlineRule(
    duty="AIM-ENTRY",
    aspect="start",
    model="residents.aim",
    title="Say where it begins, for the aim of {child}: {words}",
    applies=Q(starting_point="", child__left_at=None),
    done="closed_at",
    remind=ON_THE_DAY,
    escalate=A_WEEK_ON,
)
ENTRY = DeadlineRule(
    duty="AIM-ENTRY",
    model="residents.aim",
    title="Write how it goes with the aim of {child}: {words}",
    applies=~Q(starting_point="") & Q(child__left_at=None),
    starts=Coalesce(Subquery(_LAST), "happened_at"),
    done="closed_at",
    remind=ON_THE_DAY,
    escalate=A_WEEK_ON,
)
RULES = (STARTING_POINT, ENTRY)
