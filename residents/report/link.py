"""The page of somebody without an account to whom a report was sent."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header

from cura.core.audit import log
from cura.core.documents.render import CouldNotPrint
from cura.core.documents.types import build
from cura.core.links import passes
from cura.core.links.purpose import Purpose
from cura.core.permissions import Permission as P
from residents.report.documents import PDF, WORD
from residents.report.models import MonthlyReport

DOCUMENTS = {"pdf": PDF, "word": WORD}


def page(request, link):
    """Two buttons, or one of the two files. What was set aside meanwhile is not handed out."""
    rows = MonthlyReport.objects.select_related("child__key_worker", "home", "author")
    report = rows.select_related("signed_by", "checked_by").get(pk=link.object_id)
    if report.void_at:
        return render(request, "links/gone.html", {"home": report.home}, status=410)
    document = DOCUMENTS.get(request.POST.get("file", ""))
    if document is None:
        return _buttons(request, link, report)
    now = timezone.now()
    log.read(report, "record.print", by=link.holder, now=now, link=str(link.pk))
    try:
        name, data = build(document, report, by=link.holder, now=now)
    except CouldNotPrint:
        return _buttons(request, link, report, refused=True)
    response = HttpResponse(data, content_type=document.mime)
    response["Content-Disposition"] = content_disposition_header(document is WORD, name)
    return response


def _buttons(request, link, report: MonthlyReport, refused: bool = False):
    """`refused`: the file could not be made. She reads so, with the buttons to try once more."""
    context = {
        "title": report.own_title(),
        "initials": report.child.initials,
        "home": report.home,
        "by": link.made_by.name,
        "pass_field": passes.field(link),
        "refused": refused,
    }
    status = 503 if refused else 200
    return render(request, "residents/report/link.html", context, status=status)


READ_REPORT = Purpose(
    key="read-report",
    title="A report to read",
    words="It is a monthly report from the home, for you only.",
    button="Open the report",
    lifetime=timedelta(days=14),
    once=False,
    permission=P.REPORT_WRITE,
    view=page,
)
