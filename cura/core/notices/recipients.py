"""Who is told of an alert, asked when it is told: roles change hands, rights end, people leave."""

from dataclasses import dataclass, field
from datetime import datetime

from cura.core.accounts import soft
from cura.core.accounts.home import Home
from cura.core.accounts.membership import Membership
from cura.core.accounts.people import User
from cura.core.accounts.roles import role
from cura.core.deadlines.deadline import Deadline
from cura.core.deadlines.holders import LADDER, holders

# Told that there is nobody to tell, and never of what: they may read no child's record.
KEEPERS = "admin"
NOBODY = "{home}: nobody there can be told what is due. Please give somebody a role."
ROLE = "{home} has no {role} now: what is due goes to the next level."
# Of an author who has left nobody is told: that is no gap.
WORDS = {
    "author": "",
    "shift": "By the rota nobody is on shift at {home}: what is due goes to the next level.",
    "key_worker": "A child at {home} has no key worker: what is due goes to the next level.",
}


@dataclass(frozen=True)
class Gap:
    """What nobody is at the home, and who hears of it."""

    code: str
    words: str
    told: tuple[User, ...]


@dataclass(frozen=True)
class Recipients:
    people: list[User] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)


def recipients(codes: list[str], deadline: Deadline, home: Home, now: datetime) -> Recipients:
    """Each person once. For a code without anybody who may see the record, the next level."""
    people: dict = {}
    gaps: list[Gap] = []
    for code in codes:
        found, gap = _climb(code, deadline, now)
        people |= {person.pk: person for person in found}
        if gap and found and (words := _words(gap, home)):
            gaps.append(Gap(gap, words, (*found, *_keepers(home, now))))
    if not people:
        gaps.append(Gap("anybody", NOBODY.format(home=home), _keepers(home, now)))
    return Recipients(list(people.values()), gaps)


def _climb(code: str, deadline: Deadline, now: datetime) -> tuple[list[User], str]:
    """(who is told, the code that nobody holds): upwards, and from the top down again.

    Whoever is kept out of the record is passed over in silence, and is no gap: an allegation may
    be the reason.
    """
    place = LADDER.index(code) if code in LADDER else 0
    rungs = (code, *LADDER[place:], *reversed(LADDER[:place]))
    gap = holders(code, deadline, now).gap
    for rung in rungs:
        held = holders(rung, deadline, now)
        seeing = [p for p in held.people if held.code == rung and _sees(p, deadline, now)]
        if seeing:
            return seeing, gap
    return [], gap


def _words(code: str, home: Home) -> str:
    if code in WORDS:
        return WORDS[code].format(home=home)
    return ROLE.format(home=home, role=role(code).name.lower())


def _sees(person: User, deadline: Deadline, now: datetime) -> bool:
    where = ("object_id", "home_id", "child_id", "permission")
    return soft.sees(person, {name: getattr(deadline, name) for name in where}, now)


def _keepers(home: Home, now: datetime) -> tuple[User, ...]:
    held = Membership.objects.current(now).at(home).filter(role=KEEPERS)
    return tuple(User.objects.filter(pk__in=held.values("user"), is_active=True))
