from django.db.models import Q

from cura.core.deadlines.offsets import Before, Hours
from cura.core.deadlines.rules import Alert, Every, Late

RULES = (
    Every(
        duty="RESTRAINT-TRAIN",
        model="staffing.certificate",
        per=("home", "person"),
        title="{person__name}: renew the training in holds",
        applies=Q(course="holds", person__is_active=True),
        remind=(Alert(Before(Hours(30 * 24)), to=("manager",)),),
        escalate=(Late(Hours(8), to=("manager",)),),
    ),
)
