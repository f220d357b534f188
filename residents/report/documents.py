"""The monthly report on paper, and as a Word file."""

from residents.report.models import SECTIONS, MonthlyReport
from residents.report.paper import Paper, reference


def filename(report: MonthlyReport) -> str:
    return f"monthly-report-{report.month:%Y-%m}-{reference(report)}"


PAPER = Paper(
    title="Monthly report",
    sections=(*SECTIONS, "manager_words"),
    more=lambda report: {},
    filename=filename,
)
PDF, WORD = PAPER.pdf(), PAPER.word()
