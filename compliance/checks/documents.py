"""The log of each kind of check, as the fire officer and Ofsted ask for it: a line for each."""

from compliance.checks.kinds import KINDS
from cura.core.permissions import Permission as P
from cura.core.records.periods.document import PeriodDocument
from cura.core.records.periods.printed import table

LOGS = tuple(
    PeriodDocument(
        key=f"log-{kind.slug}",
        title=f"Log: {kind.title}",
        scope="home",
        kinds=(kind.label,),
        permission=P.PREMISES_READ,
        template="documents/period_table.html",
        context=table,
    )
    for kind in KINDS
)
