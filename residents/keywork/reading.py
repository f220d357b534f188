"""Promises that are still open, and how often somebody took the time."""

from datetime import date, timedelta

from django.db.models import Count, F, Q

from cura.lib import london
from cura.lib.words import plural
from residents.keywork.models import KeyWork, KeyWorkAction

SPAN = timedelta(days=28)


def open_promises(user):
    """Actions nobody has said are done, those with the nearest day first."""
    records = KeyWork.objects.visible_to(user).standing()
    rows = KeyWorkAction.objects.filter(key_work__in=records, done=None)
    return rows.order_by(F("by_when").asc(nulls_last=True), "id")


def counted(child, user, now) -> str:
    """Planned and unplanned apart, for a quiet word on four weeks."""
    rows = KeyWork.objects.visible_to(user).standing().filter(child=child)
    found = rows.filter(happened_at__gt=now - SPAN, happened_at__lte=now).aggregate(
        planned=Count("pk", filter=Q(kind=KeyWork.Kind.PLANNED)),
        unplanned=Count("pk", filter=Q(kind=KeyWork.Kind.UNPLANNED)),
    )
    planned, unplanned = found["planned"], found["unplanned"]
    return f"In four weeks: {plural(planned, 'planned talk')}, {unplanned or 'none'} that came up"


def when_words(day: date | None, today: date) -> tuple[str, str]:
    if day is None:
        return "", ""
    if day < today:
        return f"was to be done by {london.day_words(day)}", "late"
    return f"by {london.day_words(day)}", "quiet"
