"""A child who moved from this home to another one of the organisation: what was written here stays
readable here, and nothing of what is written there."""

from django.shortcuts import render

from cura.core.accounts import access
from cura.core.audit import log
from cura.core.permissions import Permission as P
from cura.core.search.entry import SearchEntry
from cura.lib import london
from residents.child.models import Child, Stay

MOST = 100


def moved_on(user, home=None):
    """Those who moved on from her homes, or from this one of them, the last first."""
    rows = Child.objects.moved_on(user)
    stays = _stays(user, rows.values("pk"))
    if home is not None:
        stays = stays.filter(home=home)
    found = {stay.child_id: stay for stay in stays.select_related("child").order_by("ends")}
    children = []
    for stay in sorted(found.values(), key=lambda stay: stay.ends, reverse=True):
        stay.child.moved_at = stay.ends
        children.append(stay.child)
    return children


def face(child: Child) -> dict:
    until = london.day_words(london.local_date(child.moved_at))
    return {"pk": child.pk, "name": child.first_name, "called": "", "line": f"until {until}"}


def page(request, child: Child, now):
    """What her homes wrote about this child, the newest first. Ids of the index, so that rights and
    exclusions are asked in the query."""
    rows = SearchEntry.objects.visible_to(request.user).filter(child_id=child.pk, part="")
    rows = list(rows.order_by("-at", "-pk")[: MOST + 1])
    log.read(child, "child.before", by=request.user, now=now, shown=[str(r.pk) for r in rows])
    stays = list(_stays(request.user, [child.pk]).select_related("home").order_by("starts"))
    context = {
        "child": child,
        "stays": [_stay(stay) for stay in stays],
        "written": [{"title": row.title, "url": row.get_absolute_url()} for row in rows[:MOST]],
        "more": len(rows) > MOST,
    }
    return render(request, "residents/child/before.html", context)


def _stay(stay: Stay) -> str:
    first, last = (london.day_words(london.local_date(at)) for at in (stay.starts, stay.ends))
    return f"{stay.home.name}, {first} to {last}"


def _stays(user, children):
    """Their stays at homes of hers, all of which have ended."""
    homes = access.scope(user, P.CHILD_READ).homes
    return Stay.objects.filter(child__in=children, home_id__in=homes).exclude(ends=None)
