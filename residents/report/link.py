"""The page of somebody without an account to whom a monthly report was sent."""

from residents.report.giving import purpose
from residents.report.models import MonthlyReport

READ_REPORT = purpose(
    key="read-report",
    words="It is a monthly report from the home, for you only.",
    model=MonthlyReport,
)
