"""What her leaving begins here: handed over to `residents`, in whose transaction it runs."""

from datetime import datetime

from placements.admission.models import Admission
from placements.reg41 import actions as reg41
from placements.reg41.models import Reg41Notice
from residents.child.models import Child


def child_left(*, child: Child, by, now: datetime) -> None:
    """The local council hears of it, unless it was a short break."""
    came = Admission.objects.standing().filter(child=child).order_by("-admitted_at").first()
    if came and came.short_break:
        return
    reg41.write(child=child, kind=Reg41Notice.Kind.LEFT, at=child.left_at, by=by, now=now)
