"""What must be in hand before the door: nobody lifts it, for an answer is enough."""

from django.urls import reverse

from placements.admission.models import Admission
from placements.gate.finding import Blocks, Lifts

ASK = "Ask by phone, and write it down. “Nobody could say” is an answer."


def latest(referral) -> Admission | None:
    rows = Admission.objects.standing().filter(referral=referral)
    return rows.order_by("-created_at", "-id").first()


def of_door(admission: Admission) -> list[Blocks]:
    """One finding for each thing that is not known."""
    return [
        Blocks(
            key=f"in-hand/{words}", words=f"We do not know {words}.", lifts=ASK, who=Lifts.NOBODY,
            url=reverse("admissions-edit", args=[admission.pk]), url_words="Write it down",
        )
        for words in admission.not_in_hand()
    ]  # fmt: skip
