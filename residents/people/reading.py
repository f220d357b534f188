"""The people of a child: restrictions first, and the number that is one tap away."""

from collections.abc import Iterable

from django.db.models import Case, IntegerField, Value, When

from residents.people.models import ImportantPerson
from residents.people.phone import tel

Who = ImportantPerson.Who
MOST = 60


def of(child, user):
    """Those who are in her life now, those with limits before all others."""
    rows = ImportantPerson.objects.visible_to(user).standing()
    return limits_first(rows.filter(child=child, ended_at=None).select_related("child"))


def limits_first(rows):
    free = Case(When(limits="", then=Value(1)), default=Value(0), output_field=IntegerField())
    return rows.order_by(free, "place_in_list", "name", "id")


def phones(person: ImportantPerson) -> list[dict]:
    return [
        {"number": number, "tel": tel(number), "words": f"Ring {person.name}"}
        for number in (person.phone, person.other_phone)
        if number
    ]


def social_worker(people: Iterable[ImportantPerson]) -> ImportantPerson | None:
    """The one whom we ask. Without a number, the council out of hours."""
    people = [p for p in people if p.phone]
    for who in (Who.SOCIAL_WORKER, Who.OUT_OF_HOURS):
        found = next((p for p in people if p.who == who), None)
        if found:
            return found
    return None


def for_header(child, user) -> list[dict]:
    """The social worker's number, at the top of all pages about her. One query."""
    asked = of(child, user).filter(who__in=(Who.SOCIAL_WORKER, Who.OUT_OF_HOURS))
    person = social_worker(asked[:MOST])
    if person is None:
        return []
    words = "Ring social worker" if person.who == Who.SOCIAL_WORKER else "Ring the council"
    return [phones(person)[0] | {"words": words}]
