"""Without delay (reg. 41(1)): one working day is what the home aims at."""

from django.db.models import Q

from cura.core.deadlines.offsets import Hours
from cura.core.deadlines.rules import DeadlineRule, Late

MODEL = "placements.reg41notice"
THEN = (Late(Hours(8), to=("manager",)), Late(Hours(2 * 24 + 8), to=("ri",)))

ADMITTED = DeadlineRule(
    duty="R41-ADMIT",
    model=MODEL,
    applies=Q(kind="came"),
    done="sent_at",
    title="Tell the local council that {child} came to live here",
    escalate=THEN,
)
DISCHARGED = DeadlineRule(
    duty="R41-DISCH",
    model=MODEL,
    applies=Q(kind="left"),
    done="sent_at",
    title="Tell the local council that {child} has left",
    escalate=THEN,
)
RULES = (ADMITTED, DISCHARGED)
