"""The page "Since I was last here"."""

from datetime import timedelta

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cura.core.accounts import access
from cura.core.audit import log
from cura.core.panels.shell import current_home
from cura.core.permissions import Permission as P
from cura.lib import london, typed
from residents.child.models import Child
from residents.handover import since

HOURS = (12, 24, 72)
BY_CHILD = 60


@require_safe
def since_i_was_here(request):
    """Since her last handover here, or so many hours, by child. Reading it ticks nothing off."""
    home = current_home(request)
    if home is None:
        return redirect("front")
    access.require(request.user, P.DAILY_READ, home)
    now = timezone.now()
    last = since.last_here(home, request.user, now)
    asked = typed.number(request.GET.get("hours"))
    hours = asked if asked in HOURS else 0
    if last is None:
        hours = hours or max(HOURS)
    start = now - timedelta(hours=hours) if hours else last
    log.read(home, "since.read", by=request.user, now=now, start=start.isoformat())
    return render(
        request,
        "residents/handover/since.html",
        {
            "home": home,
            "start": london.short(start, now),
            "filters": _filters(last, hours, now),
            "groups": _groups(home, request.user, start, now),
        },
    )


def _filters(last, hours: int, now) -> list[dict]:
    title = f"My last handover, {london.short(last, now)}" if last else ""
    mine = [{"title": title, "url": "?", "current": not hours}] if last else []
    return mine + [
        {"title": f"The last {n} hours", "url": f"?hours={n}", "current": hours == n} for n in HOURS
    ]


def _groups(home, user, start, now) -> list[dict]:
    """The house first, then each child who lives here; a child without news is named too."""
    items = since.news(home, user, start, now)
    children = Child.objects.visible_to(user).living_in(home)[:BY_CHILD]
    named = [("The house", None), *((child.name, child.pk) for child in children)]
    groups = [
        {"name": name, "pk": pk, "items": [_item(i, now) for i in items if i.child_id == pk]}
        for name, pk in named
    ]
    return [g for g in groups if g["items"] or g["pk"]]


def _item(item: since.News, now) -> dict:
    about = [item.kind, item.who, london.short(item.at, now)]
    return {
        "title": item.title,
        "text": item.text,
        "url": item.url,
        "icon": item.icon,
        "about": " · ".join(w for w in about if w),
        "must": item.must,
        "first": item.rank <= 1,
    }
