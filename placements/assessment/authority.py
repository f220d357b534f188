"""Who may sign what: each author her own part, the coordinator or a manager the whole."""

from cura.core.permissions import Permission as P
from placements.assessment.models import Assessment
from placements.assessment.part_models import AssessmentPart


def not_the_author(*, record: AssessmentPart, by, now) -> str:
    """Nobody signs what somebody else was to find out. What came from outside is signed by
    whoever of us enters it."""
    if record.writer_id and record.writer_id != by.pk:
        return f"{record.writer.name} writes this part, and signs it."
    if not record.writer_id and not record.open_to(by, P.PLAN_WRITE):
        return "Somebody who writes assessments enters and signs what came from outside."
    return "" if record.found.strip() else "First write what was found."


def not_the_coordinator(*, record: Assessment, by, now) -> str:
    if record.coordinator_id != by.pk and not record.open_to(by, P.RECORD_REVIEW):
        return f"{record.coordinator.name} brings it together, and signs it."
    return record.wanting()
