"""The yearly questionnaire of a looked-after child of 4 to 16 (return of the Department for
Education), by the carer. It is asked only while she lives here and is young enough on that day."""

from datetime import datetime, timedelta

from django.db.models import DateTimeField, ExpressionWrapper, F, Q

from cura.core.deadlines.engine import sync
from cura.core.deadlines.offsets import Before, Days, Hours
from cura.core.deadlines.rules import Alert, Every, Late
from residents.measures.models import Measure

YEAR = timedelta(days=365)
UNTIL = 17  # on the 17th birthday it is over
_DUE = ExpressionWrapper(F("happened_at") + YEAR, DateTimeField())
_YOUNGEST = ExpressionWrapper(
    F("happened_at") - timedelta(days=round((UNTIL - 1) * 365.25)), DateTimeField()
)
RULES = (
    Every(
        duty="SDQ", model="residents.measure", per=("child",),
        applies=Q(
            Q(child__left_at=None) | Q(child__left_at__gt=_DUE),
            instrument="sdq", informant=Measure.Informant.CARER, child__born__gt=_YOUNGEST,
        ),
        title="The strengths and difficulties questionnaire about {child}",
        remind=(Alert(Before(Days(28)), to=("key_worker",)),),
        escalate=(Late(Hours(0), to=("key_worker", "manager")),),
    ),
)  # fmt: skip


def follow(child, now: datetime) -> None:
    """Nobody is asked about a child who has left; when she comes back, the year goes on."""
    rows = Measure.objects.standing().filter(child=child, instrument="sdq")
    for row in rows.order_by("-happened_at")[:1]:
        sync(row, now)
