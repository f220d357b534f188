"""Sending a report out of the house: a link to the person, never the report itself in a mail."""

from datetime import datetime

from django.core.exceptions import ValidationError

from cura.core.links import actions as links
from cura.core.links import mail
from cura.core.links.link import Link
from cura.core.permissions import Permission as P
from cura.core.records.actions import require
from residents.report.link import READ_REPORT
from residents.report.models import MonthlyReport

REFUSED = "The mail could not be sent. Try again in a while, or print the report."


def send(*, record: MonthlyReport, by, values: dict, now: datetime) -> Link:
    """Give one person a link to a checked report. The shape of a step's `do`.

    The mail goes out when the link is kept; a link whose mail was refused is ended.
    """
    require(by, P.REPORT_WRITE, record)
    require(by, P.EXPORT, record)
    if not record.checked_at or record.void_at:
        raise ValidationError("Only a report that a manager has checked leaves the house.")
    person = values["person"]
    link, url = links.make(
        purpose=READ_REPORT, record=record, to_name=person.name, by=by, now=now,
        to_email=person.email,
    )  # fmt: skip
    try:
        mail.send(link=link, url=url)
    except OSError:  # of which the mail server's refusals are a kind
        links.end(link=link, by=by, now=now)
        raise ValidationError(REFUSED)
    return link
