from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cura.core.accounts import access
from cura.core.audit import log
from cura.core.permissions import Permission as P
from cura.lib import london
from placements.pathway import reading


@require_safe
def rooms(request, slug):
    """Who sleeps where, until when, who is to come. For those who review records at this home."""
    home = get_object_or_404(access.homes(request.user, P.RECORD_REVIEW), slug=slug)
    now = timezone.now()
    log.read(home, "rooms.read", by=request.user, now=now)
    lines = reading.rooms(home, request.user, now)
    context = {
        "home": home,
        "lines": [_with_links(line) for line in lines],
        "unplaced": [
            {"words": _asked(row), "url": reverse("referrals-detail", args=[row.pk])}
            for row in reading.unplaced(home, request.user)
        ],
    }
    return render(request, "placements/pathway/rooms.html", context)


def _with_links(line: dict) -> dict:
    child, plan, coming = line["child"], line["plan"], line["coming"]
    return line | {
        "name": child.name if child else "",
        "child_url": reverse("child", args=[child.pk]) if child else "",
        "phases_url": reverse("phases-list", args=[child.pk]) if child else "",
        "plan_url": reverse("moving-on-detail", args=[plan.pk]) if plan else "",
        "new_plan_url": reverse("moving-on-new", args=[child.pk]) if child and not plan else "",
        "coming_url": reverse("referrals-detail", args=[coming.pk]) if coming else "",
    }


def _asked(row) -> str:
    day = london.words(row.planned_arrival) if row.planned_arrival else "no day agreed"
    return f"{row.name}, {row.authority}: {day}"
