"""What we write back, by reason. It names no child: mail goes astray."""

from cura.lib import london
from placements.referral.models import Referral

WHY = {
    Referral.Reason.ROOM: "We have no room free at the time you need.",
    Referral.Reason.PURPOSE: "Our home is not set up for what this child needs, and we would not "
    "want to promise what we cannot do well.",
    Referral.Reason.RISK: "With the children who live here now we could not keep everyone safe.",
    Referral.Reason.FAR: "We are too far from family, school and friends for this child.",
    Referral.Reason.AGE: "The age is outside what our home is registered or set up for.",
    Referral.Reason.OTHER: "We cannot offer this child a home with us now.",
}
SUBJECT = "Your question about a home for a child"


def reply(referral: Referral, by: str) -> str:
    asked = london.day_words(london.local_date(referral.happened_at))
    hello = f"Dear {referral.from_name}," if referral.from_name else "Hello,"
    return (
        f"{hello}\n\nThank you for asking us on {asked}. {WHY[referral.reason]}\n\n"
        "We delete the documents and what you wrote about the child after a short while. Please "
        f"ask us again at any time.\n\nKind regards\n{by}\n{referral.home.name}"
    )
