from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.lib import london
from residents.child.rights import holds
from residents.report.models import MonthlyReport
from residents.report.month import due, words
from residents.report.record import stands


def on_child(*, subject, user, now):
    """Where the month's report stands, and the way to begin it."""
    month = due(london.local_date(now))
    rows = MonthlyReport.objects.visible_to(user).standing().filter(child=subject)
    report = rows.filter(month=month).order_by("-id").first()
    panel = {
        "title": "Monthly report",
        "icon": "file-earmark-text",
        "url": reverse("monthly-reports-list", args=[subject.pk]),
        "url_words": "All reports",
        "month": words(month),
    }
    if report:
        detail = reverse("monthly-reports-detail", args=[report.pk])
        return panel | {"state": stands(report), "report_url": detail}
    if subject.left_at:
        return panel | {"closed": True}
    may_write = holds(user, P.REPORT_WRITE, subject)
    new = reverse("monthly-reports-new", args=[subject.pk])
    return panel | {"new_url": f"{new}?month={month:%Y-%m}" if may_write else ""}


PANELS = (
    Panel(
        key="monthly-report", place="child", order=60, template="residents/report/panel.html",
        permission=P.REPORT_READ, context=on_child,
    ),
)  # fmt: skip
