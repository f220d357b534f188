"""A child sleeps only where somebody may look after her: a place that must be registered and is
not is an offence of whoever runs it (Care Standards Act 2000 s. 11)."""

from django.db.models import Q

from cura.core.deadlines.offsets import Hours
from cura.core.deadlines.rules import DeadlineRule, Late
from residents.whereabouts.models import Outing

RULES = (
    DeadlineRule(
        duty="NIGHT-PLACE", model="residents.outing", due=Hours(0),
        applies=Q(sleeps=Outing.Sleeps.OTHER),
        title="{child} sleeps at another place: may it look after children?",
        escalate=(Late(Hours(0), to=("manager", "ri"), urgent=True),),
    ),
)  # fmt: skip
