"""Who can consent tonight, by the legal basis on which a child comes: data with citations.

The texts were not read again for this: each line says "to be checked" until somebody has. A child
of 16 or 17 consents to treatment herself (Family Law Reform Act 1969 s. 8), a younger one who
understands what it means may (Gillick). Nobody waits for consent to save a life.
"""

from dataclasses import dataclass

from residents.child.models import Child
from residents.decisions.models import Decision

Status = Child.LegalStatus
Who = Decision.Who


@dataclass(frozen=True, kw_only=True)
class Tonight:
    """`council`: what the council holds. `ask`: whom we ask. `decides`: who stands beside the
    questions on the page "Who decides?" until the placement plan says more."""

    council: str
    ask: str
    decides: str
    cite: str
    until: str = ""


NO_RESPONSIBILITY = "The council has no parental responsibility. It cannot say yes for a parent."
TONIGHT = {
    Status.POLICE: Tonight(
        council="Police protection gives the council no parental responsibility, and the police "
        "have none. The police officer may do what is reasonable to keep the child safe.",
        ask="A parent, by phone. If none can be reached: 111 or a doctor say what must be done.",
        decides=Who.PARENT,
        cite="Children Act 1989 s. 46(9)",
        until="It ends after 72 hours at most (s. 46(6)). Ask what comes then.",
    ),
    Status.EMERGENCY: Tonight(
        council="The council has parental responsibility for what keeps the child safe, and for no "
        "more. A court may have said something about medical examination.",
        ask="The council's out-of-hours team, and what the order says.",
        decides=Who.SOCIAL_WORKER,
        cite="Children Act 1989 s. 44(4)(c), 44(5) and 44(6)",
        until="It ends after 8 days at most, unless a court makes it longer (s. 45).",
    ),
    Status.ACCOMMODATED: Tonight(
        council=f"{NO_RESPONSIBILITY} What parents have handed on in writing is the exception.",
        ask="A parent. They can also take the child home: ring the council at once if they do.",
        decides=Who.PARENT,
        cite="Children Act 1989 ss. 2(9), 3(5) and 20(8)",
    ),
    Status.CARE_ORDER: Tonight(
        council="The council shares parental responsibility with the parents, and may limit what "
        "they decide.",
        ask="The council's out-of-hours team.",
        decides=Who.SOCIAL_WORKER,
        cite="Children Act 1989 s. 33(3)",
    ),
    Status.INTERIM: Tonight(
        council="As under a care order: the council shares parental responsibility. A court may "
        "have said something about medical or other assessment.",
        ask="The council's out-of-hours team, and what the order says.",
        decides=Who.SOCIAL_WORKER,
        cite="Children Act 1989 ss. 31(11), 33(3) and 38(6)",
    ),
    Status.REMAND: Tonight(
        council=f"{NO_RESPONSIBILITY} Remand to the council's care does not give it.",
        ask="A parent.",
        decides=Who.PARENT,
        cite="Legal Aid, Sentencing and Punishment of Offenders Act 2012 ss. 91 and 92",
    ),
    Status.OTHER: Tonight(
        council="We do not know what the council may decide.",
        ask="The council's out-of-hours team, in writing: who holds parental responsibility?",
        decides=Who.SOCIAL_WORKER,
        cite="Children Act 1989 s. 3",
    ),
}
CHECK = "to be checked"
NO_REMEDIES = (
    "No home remedies, paracetamol too, until the one who may has said yes. Nobody waits for "
    "consent to save a life."
)


def lines(status: str) -> list[str]:
    """What the page says for a legal basis; nothing while it is not known."""
    said = TONIGHT.get(status)
    if said is None:
        return []
    return list(filter(None, (said.council, f"Ask: {said.ask}", said.until, NO_REMEDIES)))


def decides(status: str) -> str:
    said = TONIGHT.get(status)
    return said.decides if said else Who.SOCIAL_WORKER
