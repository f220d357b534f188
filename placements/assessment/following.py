"""When a child leaves, nothing more of her assessment is due; when she comes back, it goes on."""

from datetime import datetime

from cura.core.deadlines.engine import sync
from placements.assessment.models import Assessment
from placements.assessment.part_models import AssessmentPart


def follow(child, now: datetime) -> None:
    for record in Assessment.objects.open().filter(child=child):
        parts = AssessmentPart.objects.of(record).filter(signed_at=None)
        for row in (record, *parts):
            sync(row, now)
