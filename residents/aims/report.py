"""What the month's entries under the aims give to the monthly report."""

from django.urls import reverse

from cura.core.records import registry
from cura.core.records.present import reference_of
from residents.aims.models import Aim, AimEntry
from residents.report.gather import MOST, Gatherer, Quote


def entries(*, child, start, end, user):
    """How each aim went, in the order of the days; what she said of it before what we saw."""
    aims = Aim.objects.visible_to(user).standing().filter(child=child)
    rows = AimEntry.objects.filter(aim__in=aims, at__gte=start, at__lt=end)
    return [_quote(e) for e in rows.select_related("aim", "by").order_by("at")[:MOST]]


def _quote(entry: AimEntry) -> Quote:
    aim = entry.aim
    far = f", {entry.get_stands_display().lower()}" if entry.stands is not None else ""
    return Quote(
        at=entry.at,
        words=entry.own_words or entry.moved or entry.did or aim.words,
        who=entry.by.first_name,
        reference=reference_of(registry.of(aim), aim),
        url=reverse("aims-detail", args=[aim.pk]),
        lead=f"{aim.get_area_display().lower()}{far}",
        own=bool(entry.own_words),
    )


GATHERERS = (Gatherer(section="aims", title="How the aims went", ask=entries),)
