"""What begins when a child has come: papers are asked for, the first 24 hours have somebody."""

from cura.lib import london
from placements.arrival import actions as arrival
from placements.papers import actions as papers
from placements.papers.kinds import usual


def begin(*, admission, child, by, now) -> None:
    """Inside the transaction of the admission: nobody lives here for whom nothing has begun."""
    _ask_for_papers(admission, child, by, now)
    # It belongs to who opened the door, until she hands it over.
    arrival.begin(child=child, person=by, by=by, now=now)


def _ask_for_papers(admission, child, by, now) -> None:
    """What was asked for before is hers now; all else that is usual is asked for in the same act,
    so that nothing waits for a Monday. Tonight only who rang is known: she is asked."""
    referral = admission.referral
    papers.hand_to_child(referral=referral, child=child, by=by, now=now)
    kinds = usual(child.born, london.local_date(now))
    papers.ask_for(referral=referral, child=child, kinds=kinds, by=by, now=now)
