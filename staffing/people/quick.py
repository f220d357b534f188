"""Colleagues in the search box, by any of their names."""

from django.urls import reverse
from django.utils import timezone

from cura.core.accounts import access
from cura.core.permissions import Permission as P
from cura.core.records.offers import unsaid
from cura.core.search.find import Hit
from cura.core.search.tokens import telling_words
from staffing.people.reading import colleagues

MOST = 6
MOST_READ = 500  # names compared without accents, which the databases would each do differently


def staff(request, text: str) -> list[Hit]:
    """ "pri" finds Priya; "priya n" finds Priya Nair."""
    words = telling_words(text)
    if not words or not access.has(request.user, P.STAFF_READ):
        return []
    found = [
        person
        for person in colleagues(request.user, timezone.now())[:MOST_READ]
        if not unsaid(words, person.name)
    ]
    return [
        Hit(
            title=person.name,
            subject="works here",
            url=reverse("person", args=[person.pk]),
            icon="person-badge",
            ref=f"accounts.user {person.pk}",
        )
        for person in found[:MOST]
    ]
