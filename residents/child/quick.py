"""Children in the search box: by any of their names, with the pages about the one who is meant."""

from django.db.models import Q
from django.urls import reverse

from cura.core.permissions import Permission as P
from cura.core.search.find import Hit
from residents.child.header import links_of
from residents.child.models import Child

MOST = 6


def children(request, text: str) -> list[Hit]:
    """ "kai" finds Kai; "kai who" finds who decides for him. Those who left are found too."""
    name, *more = text.lower().split() or [""]
    if not name:
        return []
    named = Q(first_name__istartswith=name) | Q(last_name__istartswith=name)
    rows = Child.objects.visible_to(request.user, P.CHILD_READ).select_related("home")
    found = list(rows.filter(named | Q(called__istartswith=name))[:MOST])
    hits = [_page(child) for child in found if _fits(child, more)]
    if len(found) == 1 or more:
        hits += [hit for child in found for hit in _links(request, child, more)]
    return hits[: 2 * MOST]


def _fits(child: Child, more: list[str]) -> bool:
    names = f"{child.first_name} {child.last_name} {child.called}".lower().split()
    return all(any(name.startswith(word) for name in names) for word in more)


def _page(child: Child) -> Hit:
    return Hit(
        title=f"{child.name} {child.last_name[:1]}.",
        url=reverse("child", args=[child.pk]),
        subject="lived here before" if child.left_at else child.home.name,
        icon="person-heart",
        ref=f"residents.child {child.pk}",
    )


def _links(request, child: Child, more: list[str]) -> list[Hit]:
    wanted = [word for word in more if not _fits(child, [word])]
    return [
        Hit(title=link["title"], url=link["url"], subject=child.name, icon=link["icon"])
        for link in links_of(child, request)
        if all(word in link["title"].lower() for word in wanted)
    ]
