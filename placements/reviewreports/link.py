"""The page of the reviewing officer to whom our report was sent by link."""

from placements.reviewreports.models import ReviewReport
from residents.report.giving import purpose

READ_REVIEW_REPORT = purpose(
    key="read-review-report",
    words="It is the home's report for a looked-after review, for you only.",
    model=ReviewReport,
)
