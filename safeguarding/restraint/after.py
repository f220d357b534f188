"""What follows from a hold that was written down, beyond the clocks of regulation 35."""

from cura.lib import london
from residents.plan.actions import ask_to_look
from residents.safetyplan.models import SafetyPlan
from safeguarding.restraint.models import Restraint


def look_at_the_plan(*, record: Restraint, by, now) -> None:
    """Her safety plan is looked at again after each hold. A record that only puts a wrong fact
    right asks no second time."""
    old = record.replaces
    if old and old.child_id == record.child_id:
        return
    day = london.day_words(london.local_date(record.happened_at))
    ask_to_look(
        kind=SafetyPlan, child=record.child, cause=record, words=f"a hold on {day}", by=by, now=now
    )
