"""Our report for a review on paper, and as a Word file."""

from cura.lib import london
from placements.reviewreports.models import SECTIONS, ReviewReport
from residents.report.paper import Paper, reference


def filename(report: ReviewReport) -> str:
    day = f"{report.day}-" if report.review else ""
    return f"review-report-{day}{reference(report)}"


def more(report: ReviewReport) -> dict[str, str]:
    child = report.child
    since = child.looked_after_on
    return {
        "Looked after since": london.day_words(since) if since else "",
        "Came to live here": london.day_words(london.local_date(child.arrived_at)),
        "Reviewing officer": report.review.chair if report.review else "",
        "Covers": f"from {london.day_words(report.since)}",
        "Sent": f"to {report.sent_to}, {london.words(report.sent_at)}" if report.sent_at else "",
    }


PAPER = Paper(
    title="Report for a review",
    sections=(*SECTIONS, "manager_words"),
    more=more,
    filename=filename,
)
PDF, WORD = PAPER.pdf(), PAPER.word()
