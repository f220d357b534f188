"""Who is in, who is out and with whom: the first thing that the house now says."""

from django.urls import reverse

from cura.core.accounts import access
from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.lib.words import plural
from residents.child.models import Child
from residents.whereabouts.reading import line, out_now

MOST = 24


def in_and_out(*, subject, user, now) -> dict:
    children = list(Child.objects.visible_to(user).living_in(subject)[:MOST])
    out = out_now(subject, user)
    may_write = access.has(user, P.DAILY_WRITE, subject)
    people = [_person(child, out.get(child.pk), may_write, now) for child in children]
    at_home = len(children) - len([c for c in children if c.pk in out])
    return {
        "title": "Who is in, who is out",
        "icon": "house-door",
        "summary": _summary(at_home, len(children) - at_home),
        "people": people,
    }


def _summary(at_home: int, out: int) -> str:
    if not out:
        return "Everybody is at home." if at_home else ""
    if not at_home:
        return f"Nobody is at home, {plural(out, 'child is', 'children are')} out."
    return f"{at_home} at home, {out} out."


def _person(child: Child, outing, may_write: bool, now) -> dict:
    person = {
        "name": child.name,
        "url": reverse("child", args=[child.pk]),
        "out_url": reverse("outing-go", args=[child.pk]) if may_write else "",
        "back_url": "",
        "words": "At home",
        "since": "",
        "back": "",
        "late": False,
        "out": outing is not None,
    }
    if outing is None:
        return person
    back_url = reverse("outing-back", args=[child.pk]) if may_write else ""
    detail_url = reverse("outings-detail", args=[outing.pk])
    links = {"back_url": back_url, "out_url": "", "detail_url": detail_url}
    return person | line(outing, now) | links


PANELS = (
    Panel(
        key="in-and-out", place="house", order=10, template="residents/whereabouts/in_and_out.html",
        permission=P.DAILY_READ, context=in_and_out, wide=True,
    ),
)  # fmt: skip
