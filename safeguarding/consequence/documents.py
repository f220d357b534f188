from cura.core.documents.types import Document
from cura.core.permissions import Permission as P
from safeguarding.consequence import reading
from safeguarding.consequence.models import Consequence
from safeguarding.measure import documents


def context(*, record: Consequence, by, now) -> dict:
    found = documents.context(record=record, by=by, now=now)
    found["law"] = "Children's Homes (England) Regulations 2015, regulations 19 and 35(3)"
    found["notices"] = reading.notices(record)
    return found


REG35 = Document(
    key="reg35",
    title="Record of the measure (PDF)",
    template="documents/measure.html",
    context=context,
    permission=P.SAFEGUARDING_READ,
    filename=documents.filename,
    whole=True,
)
