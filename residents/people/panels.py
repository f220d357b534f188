from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from residents.people.reading import of
from residents.people.views import card

MOST = 6


def people(*, subject, user, now):
    """Those with limits, then the first of the list; all of them are one tap further."""
    rows = list(of(subject, user)[: MOST + 1])
    return {
        "title": "People",
        "icon": "person-heart",
        "url": reverse("people-list", args=[subject.pk]),
        "url_words": "All people",
        "people": [card(person) for person in rows[:MOST]],
        "more": len(rows) > MOST,
    }


PANELS = (
    Panel(
        key="people", place="child", order=40, template="residents/people/panel.html",
        permission=P.CHILD_READ, context=people,
    ),
)  # fmt: skip
