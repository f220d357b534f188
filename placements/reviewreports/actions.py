"""Sending our report to the reviewing officer, which answers the clock of the review."""

from datetime import datetime

from cura.core.links.link import Link
from cura.core.records import actions
from placements.reviewreports.link import READ_REVIEW_REPORT
from placements.reviewreports.models import ReviewReport
from residents.report.giving import give


def send(*, record: ReviewReport, by, values: dict, now: datetime) -> Link:
    """The shape of a step's `do`. The first link that went out says when the report was sent."""
    person = values["person"]
    link = give(record=record, purpose=READ_REVIEW_REPORT, by=by, person=person, now=now)
    if not record.sent_at:
        sent = {"sent_to": f"{person.name}, {person.role}", "sent_how": ReviewReport.How.LINK}
        actions.reach(record=record, moment="sent", by=by, values=sent, now=now)
    return link
