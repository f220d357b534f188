"""Lines of the menus that lead to the pages of the house."""

from django.urls import reverse

from cura.core.panels.navigation import Entry
from cura.core.permissions import Permission as P


def _list(slug: str):
    return lambda home: reverse(f"{slug}-list", args=[home.slug])


HOUSE = "The house"
ENTRIES = (
    Entry(
        title="Diary", icon="calendar-event", place="main", order=30, permission=P.DIARY_READ,
        url=lambda home: reverse("diary-week", args=[home.slug]),
    ),
    Entry(
        title="Phone call", icon="telephone", place="house", order=10, permission=P.DIARY_WRITE,
        url=lambda home: reverse("calls-new", args=[home.pk]),
    ),
    Entry(
        title="Visitor", icon="person-walking", place="house", order=11, permission=P.DIARY_WRITE,
        url=_list("visitors"),
    ),
    Entry(
        title="Since I was last here", icon="clock-history", section=HOUSE, order=10,
        permission=P.DAILY_READ, url=lambda home: reverse("since"),
    ),
    Entry(
        title="Handovers", icon="arrow-left-right", section=HOUSE, order=11,
        permission=P.DAILY_READ, url=_list("handovers"),
    ),
    Entry(
        title="Where everybody slept", icon="moon-stars", section=HOUSE, order=18,
        permission=P.DAILY_READ, url=lambda home: reverse("nights-slept", args=[home.slug]),
    ),
    Entry(
        title="Must-reads", icon="megaphone", section=HOUSE, order=12, permission=P.DAILY_READ,
        url=_list("must-reads"),
    ),
    Entry(
        title="Visitors' book", icon="person-walking", section=HOUSE, order=13,
        permission=P.DIARY_READ, url=_list("visitors"),
    ),
    Entry(
        title="Phone log", icon="telephone", section=HOUSE, order=14, permission=P.DIARY_READ,
        url=_list("calls"),
    ),
    Entry(
        title="Tonight", icon="moon-stars", section=HOUSE, order=15, permission=P.DAILY_READ,
        url=lambda home: reverse("night", args=[home.slug]),
    ),
    Entry(
        title="Register of children", icon="book", section="The home", order=45,
        permission=P.CHILD_READ, url=lambda home: reverse("register", args=[home.slug]),
    ),
    Entry(
        title="Papers and bundles", icon="printer", section="The home", permission=P.HOME_READ,
        url=lambda home: reverse("home-papers", args=[home.slug]),
    ),
    Entry(
        title="The diary in my calendar", icon="calendar-plus", section="For me", order=60,
        permission=P.DIARY_READ, url=lambda home: reverse("diary-feed"),
    ),
)  # fmt: skip
