"""She lived here before: a child who comes back has a file already, and it goes on."""

from django.db.models import Q

from cura.core.accounts import access
from cura.core.permissions import Permission as P
from cura.lib import london
from residents.child.models import Child
from residents.child.nhs import nhs_number

MOST = 5


def lived_before(user, home, facts: dict) -> list[Child]:
    """Those who left homes of this organisation and may be the child whom these facts describe, as
    far as this person could bring them back: nobody learns here of a child she may not see.

    The same NHS number, the same two names, or the same birthday and one of the names.
    """
    homes = access.homes(user, P.CHILD_WRITE).filter(organisation=home.organisation_id)
    rows = Child.objects.filter(home__in=homes).exclude(left_at=None).select_related("home")
    number = _figures(facts.get("nhs_number", ""))
    likely = Q(born=facts["born"]) | Q(last_name__iexact=facts["last_name"])
    if number:
        likely |= Q(nhs_number=number)
    return [c for c in rows.filter(likely).order_by("-left_at") if _is(c, facts, number)][:MOST]


def _is(child: Child, facts: dict, number: str) -> bool:
    if number and child.nhs_number == number:
        return True
    same = [
        getattr(child, name).casefold() == facts[name].casefold()
        for name in ("first_name", "last_name")
    ]
    return all(same) or (child.born == facts["born"] and any(same))


def _figures(text: str) -> str:
    try:
        return nhs_number(text) if text else ""
    except ValueError:
        return ""


def line(child: Child) -> dict:
    until = london.day_words(london.local_date(child.left_at))
    born = london.day_words(child.born)
    return {
        "pk": child.pk,
        "name": child.full_name,
        "words": f"born {born}, lived at {child.home.name} until {until}",
    }
