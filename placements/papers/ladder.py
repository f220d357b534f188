"""Whom we ask for a paper, and who is asked when nobody answers: from the child's own people, else
from the referral. Somebody without an address can still be rung."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from placements.papers import rhythm
from placements.papers.kinds import Owes
from placements.papers.models import Paper
from placements.referral.models import Referral
from residents.people.models import ImportantPerson

Who = ImportantPerson.Who


@dataclass(frozen=True)
class Asked:
    """Somebody to ask. Without `email` there is nobody to write to."""

    name: str
    role: str
    email: str = ""
    phone: str = ""

    @property
    def words(self) -> str:
        return f"{self.name} ({self.role})" if self.role else self.name


NOBODY = Asked("", "")
# By what they are; the council is who gets it for us when the others are not known.
FIRST = {
    Owes.COUNCIL: (Who.SOCIAL_WORKER,),
    Owes.LAST_HOME: (Who.CARER, Who.SOCIAL_WORKER),
    Owes.SCHOOL: (Who.SCHOOL, Who.VIRTUAL_SCHOOL, Who.SOCIAL_WORKER),
    Owes.HEALTH: (Who.HEALTH, Who.SOCIAL_WORKER),
}
# Their own words say who they are: there is no tile for a team manager.
SAID = {rhythm.MANAGER: ("team manager",), rhythm.HEAD: ("head of service", "service manager")}
BESIDE = {rhythm.MANAGER: (), rhythm.HEAD: (Who.IRO,)}


def people_of(children: Iterable[UUID]) -> dict[UUID, list[ImportantPerson]]:
    """Those of each child who could be asked. One query, and no reader's rights: Cura asks."""
    rows = ImportantPerson.objects.standing().filter(child__in=children, ended_at=None)
    found: dict[UUID, list[ImportantPerson]] = {}
    for person in rows.order_by("place_in_list", "id"):
        found.setdefault(person.child_id, []).append(person)
    return found


def whom(paper: Paper, rung: str, people: list[ImportantPerson]) -> Asked:
    """The one of this rung; of a rung that is not known, the one below it."""
    order = (rhythm.SAME, rhythm.MANAGER, rhythm.HEAD)
    for step in reversed(order[: order.index(rung) + 1]):
        if found := _of_rung(paper.owed_by, step, people):
            return found
    return _of_referral(paper.referral) if paper.referral_id else NOBODY


def _of_rung(owed_by: str, rung: str, people: list[ImportantPerson]) -> Asked | None:
    if rung == rhythm.SAME:
        return _by_who(FIRST[owed_by], people)
    for person in people:
        if any(words in person.who_words.lower() for words in SAID[rung]):
            return _asked(person)
    return _by_who(BESIDE[rung], people)


def _by_who(kinds, people: list[ImportantPerson]) -> Asked | None:
    """The first who can be written to; else the first who is there at all."""
    mine = [person for who in kinds for person in people if person.who == who]
    best = next((p for p in mine if p.email), mine[0] if mine else None)
    return _asked(best) if best else None


def _asked(person: ImportantPerson) -> Asked:
    return Asked(person.name, person.role, person.email, person.phone)


def _of_referral(referral: Referral) -> Asked:
    name = referral.from_name or referral.authority
    role = referral.authority if referral.from_name else ""
    return Asked(name, role, referral.from_email, referral.from_phone) if name else NOBODY
