"""What leads to the pages of this app: the menus, the head of a child."""

from django.urls import reverse

from cura.core.accounts.views.me import OwnPage
from cura.core.panels.navigation import Entry
from cura.core.permissions import Permission as P
from placements.papers.entries import ENTRIES as PAPERS
from placements.referral.entries import ENTRIES as REFERRAL
from placements.registration.entries import ENTRIES as REGISTRATION

ENTRIES = (
    *PAPERS,
    *REFERRAL,
    *REGISTRATION,
    Entry(
        title="Who comes to live here", icon="door-open", section="Coming to live here", order=29,
        permission=P.PLACEMENT_READ, url=lambda home: reverse("coming", args=[home.slug]),
    ),
    Entry(
        title="Rooms, now and next", icon="door-closed", section="Coming to live here", order=30,
        permission=P.RECORD_REVIEW, url=lambda home: reverse("rooms", args=[home.slug]),
    ),
    Entry(
        title="Services without a room", icon="people", section="Coming to live here", order=31,
        permission=P.PLACEMENT_READ, url=lambda home: reverse("services-list", args=[home.slug]),
    ),
    Entry(
        title="Welcome pack", icon="gift", section="Coming to live here", order=32,
        permission=P.DAILY_READ, url=lambda home: reverse("welcome-home", args=[home.slug]),
    ),
)  # fmt: skip
OWN_PAGES = (
    OwnPage(
        title="Photo for the welcome pack", icon="camera", url_name="my-photo",
        words="So that a child knows your face on the first evening",
    ),
)  # fmt: skip
