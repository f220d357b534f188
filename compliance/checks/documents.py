"""The log of each kind of check, as the fire officer and Ofsted ask for it."""

from compliance.checks.kinds import KINDS
from cura.core.permissions import Permission as P
from cura.core.records.periods.document import PeriodDocument
from cura.core.records.periods.printed import table

LINES = {"template": "documents/period_table.html", "context": table}
LOGS = tuple(
    PeriodDocument(
        key=f"log-{kind.slug}",
        title=f"Log: {kind.title}",
        scope="home",
        kinds=(kind.label,),
        permission=P.PREMISES_READ,
        **({} if kind.rows else LINES),  # what has lines of its own (a drill) is printed whole
    )
    for kind in KINDS
)
