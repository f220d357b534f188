from cura.core.documents.types import Document
from cura.core.permissions import Permission as P
from cura.core.ui import body_map
from safeguarding.measure import documents
from safeguarding.restraint import reading
from safeguarding.restraint.models import Restraint


def context(*, record: Restraint, by, now) -> dict:
    found = documents.context(record=record, by=by, now=now)
    marks = reading.marks(record)
    found["heading"] = found["heading"].replace("Hold,", "Record of restraint,", 1)
    found["law"] = "Children's Homes (England) Regulations 2015, regulations 20 and 35(3)"
    found["notices"] = reading.notices(record)
    found["sections"] = reading.numbered(record, found["sections"])
    found["drawing"] = body_map.drawing(marks) if marks else ""
    return found


REG35 = Document(
    key="reg35",
    title="Record of restraint (PDF)",
    template="documents/measure.html",
    context=context,
    permission=P.SAFEGUARDING_READ,
    filename=documents.filename,
    whole=True,
)
