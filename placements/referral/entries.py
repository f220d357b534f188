from django.urls import reverse

from cura.core.panels.navigation import Entry
from cura.core.permissions import Permission as P

ENTRIES = (
    Entry(
        title="Referrals", icon="inbox", permission=P.PLACEMENT_READ,
        url=lambda home: reverse("referrals-list", args=[home.slug]),
        section="Coming to live here", order=10,
    ),
    Entry(
        title="Somebody rings: a place tonight", icon="telephone-fill",
        url=lambda home: reverse("referral-by-phone", args=[home.pk]),
        permission=P.PLACEMENT_WRITE, section="Coming to live here", order=11,
    ),
)  # fmt: skip
