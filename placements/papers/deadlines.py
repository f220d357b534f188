"""The clocks of the law that a paper stops: they are the council's, and never our red."""

from django.db.models import Q

from cura.core.deadlines.offsets import Hours
from cura.core.deadlines.rules import DeadlineRule, Late
from placements.papers.kinds import KINDS

# Of what others owe the key worker hears when it is late: she asks, or has it asked.
_LATE = (Late(Hours(0), to=("key_worker", "manager")),)

RULES = tuple(
    DeadlineRule(
        duty=kind.duty, model="placements.paper", starts="counts_from", done="received_at",
        title=f"{{child}}: {kind.title}", escalate=_LATE,
        applies=Q(kind=kind.key, counts_from__isnull=False, not_needed_at=None),
    )
    for kind in KINDS.values()
    if kind.duty
)  # fmt: skip
