"""Calls after leaving, at the days that the home has planned: its own policy."""

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce

from cura.core.deadlines.offsets import Days, Hours
from cura.core.deadlines.rules import Alert, DeadlineRule, Late
from placements.leaving.models import AfterContact

# "No more calls, please" is hers to say: it ends all that are still to come.
_STOPPED = AfterContact._base_manager.filter(
    child=OuterRef("child"), went=AfterContact.Went.STOP, void_at=None
).order_by("held_at").values("held_at")[:1]  # fmt: skip
RULES = (
    DeadlineRule(
        duty="AFTER-CALL", model="placements.aftercontact",
        done=Coalesce("held_at", Subquery(_STOPPED)), due=Days(3),
        title="Keep in touch with {child}: {why}",
        remind=(Alert(Hours(0), to=("manager",)),),
        escalate=(Late(Hours(0), to=("manager",)),),
    ),
)  # fmt: skip
