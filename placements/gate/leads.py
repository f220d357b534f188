"""From the page of a referral to the gate, in one tap."""

from django.urls import reverse

from cura.core.accounts import access
from cura.core.permissions import Permission as P
from placements.referral.leads import Lead
from placements.referral.models import Referral

LEADS_ON = ("", Referral.Answer.MAYBE, Referral.Answer.YES)


def to_the_gate(referral: Referral, user, now) -> Lead | None:
    """Tonight it is the next thing to do; else it waits until we have said yes."""
    if referral.child_id or referral.void_at or referral.answer not in LEADS_ON:
        return None
    if not access.has(user, P.PLACEMENT_READ, referral.home):
        return None
    urgent = referral.needed_tonight or referral.answer == Referral.Answer.YES
    url = reverse("gate", args=[referral.pk])
    return Lead(title="May this child come?", url=url, icon="door-open", primary=urgent)
