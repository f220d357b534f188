"""Daily notes on paper: all of some days of one child, for a review, a court or her own file."""

from cura.core.permissions import Permission as P
from cura.core.records.periods.document import PeriodDocument

NOTES_OF_A_PERIOD = PeriodDocument(
    key="daily-notes",
    title="Daily notes",
    scope="child",
    kinds=("residents.dailynote",),
    permission=P.DAILY_READ,
)
