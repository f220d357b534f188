"""One rate of a home: its chart, the figures of each four weeks, and the records behind one."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cura.core.accounts import access
from cura.core.audit import log
from cura.core.panels import rates
from cura.core.permissions import Permission as P
from cura.lib import london, typed
from residents.going import reading
from residents.going.course import course
from residents.going.nights import child_nights, periods

MOST = 100


@require_safe
def rate(request, slug, key):
    """`?n=12` opens the records of one of the thirteen periods; the newest when none is asked."""
    home = get_object_or_404(access.homes(request.user, P.RECORD_REVIEW), slug=slug)
    one, now = rates.find(key), timezone.now()
    if one is None or not access.has(request.user, one.permission, home):
        raise Http404
    asked = periods(now)
    number = _number(request.GET.get("n", ""), len(asked))
    nights = child_nights(home, asked)
    found = course(reading.counts(one, home, request.user, asked), nights)
    log.read(home, "rate.read", by=request.user, now=now, rate=key, n=number)
    rows = reading.events(one, home, request.user, *asked[number].bounds)
    rows = rows.order_by(f"-{one.at}", "-pk")[:MOST]
    context = {
        "home": home,
        "rate": one,
        "says": found.says,
        "chart": reading.chart(one, found, asked),
        "unit": reading.UNIT,
        "periods": list(_lines(asked, nights, found, number)),
        "events_title": _words(asked[number]),
        "events": [
            {
                "words": one.says(row),
                "url": one.opens(row),
                "at": london.words(getattr(row, one.at)),
            }
            for row in rows
        ],
        "manager_url": reverse("manager", args=[home.slug]),
    }
    return render(request, "residents/going/rate.html", context)


def _number(text: str, count: int) -> int:
    if not text:
        return count - 1
    found = typed.number(text)
    if found is None or found >= count:
        raise Http404
    return found


def _words(period) -> str:
    last = period.end - london.DAY
    year = "" if period.first.year == last.year else f" {period.first.year}"
    return f"{period.label}{year} to {last.day} {london.MONTHS[last.month - 1]} {last.year}"


def _lines(asked, nights, found, chosen: int):
    """The newest first."""
    for number in reversed(range(len(asked))):
        per = found.rates[number]
        yield {
            "words": _words(asked[number]),
            "count": found.counts[number],
            "nights": nights[number],
            "rate": "too few nights" if per is None else f"{per:g}",
            "url": f"?n={number}#records",
            "current": number == chosen,
        }
