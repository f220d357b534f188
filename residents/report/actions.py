"""Sending a monthly report out of the house."""

from datetime import datetime

from cura.core.links.link import Link
from residents.report.giving import give
from residents.report.link import READ_REPORT
from residents.report.models import MonthlyReport


def send(*, record: MonthlyReport, by, values: dict, now: datetime) -> Link:
    """The shape of a step's `do`."""
    return give(record=record, purpose=READ_REPORT, by=by, person=values["person"], now=now)
