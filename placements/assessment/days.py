"""The days of an assessment, each with its ground: pure, but for the calendar of England."""

from datetime import date, datetime

from cura.core.deadlines.calendar import ENGLAND
from cura.core.deadlines.duty import duty
from cura.lib import london
from placements.assessment.models import Assessment

LAST_DAY = 28


def day_of(assessment: Assessment, now: datetime) -> int:
    """Day 0 is the day on which she came."""
    return (london.local_date(now) - london.local_date(assessment.came_at)).days


def last_lawful(looked_after_on: date | None) -> date | None:
    """The last day for the first review (CPR 2010 reg. 33), counted from becoming looked after."""
    first = duty("LAC-REV1").interval
    return london.local_date(first.after(looked_after_on, ENGLAND)) if looked_after_on else None


def usual(key: str, assessment: Assessment) -> date:
    """What the catalogue says, for an assessment whose clock does not stand in the deadlines."""
    return london.local_date(duty(key).interval.after(assessment.came_at, ENGLAND))
