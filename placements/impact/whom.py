"""The referrals of a home that may still lead to somebody's coming."""

from django.db.models import Q

from placements.referral.models import Referral

Answer = Referral.Answer
LEADS_ON = ("", Answer.MAYBE, Answer.YES)


def said(referral: Referral) -> str:
    """In a choice. The log never names a child who does not come; a page may."""
    return ", ".join(filter(None, (referral.name, referral.authority)))


def of_home(home, also=None):
    """Not answered for good with no, and not here yet. `also` is one that a record names already:
    it stays among the choices of its form."""
    coming = Q(home=home, void_at=None, child=None, answer__in=LEADS_ON)
    rows = Referral.objects.filter(coming | Q(pk=also) if also else coming)
    return rows.order_by("-happened_at", "-id")
