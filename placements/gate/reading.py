"""May this child come? Everything that stands against it, in plain words, and who said yes."""

from dataclasses import dataclass
from datetime import datetime

from cura.core.accounts import access
from cura.core.accounts.membership import Membership
from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from placements.gate import sources
from placements.gate.finding import Blocks, Lifts
from placements.gate.models import Override


@dataclass(frozen=True)
class Answered:
    """A finding, and the override that answers it, if there is one."""

    finding: Blocks
    override: Override | None

    @property
    def open(self) -> bool:
        return self.finding.hard or self.override is None


def findings(referral, now: datetime) -> list[Blocks]:
    return [each for ask in sources.SOURCES for each in ask(referral, now)]


def answered(referral, now: datetime) -> list[Answered]:
    said = {row.key: row for row in referral.overrides.select_related("by")}
    return [Answered(each, said.get(each.key)) for each in findings(referral, now)]


def blocking(referral, now: datetime) -> list[Blocks]:
    """What still says no."""
    return [each.finding for each in answered(referral, now) if each.open]


def responsible(home, now: datetime) -> list[User]:
    """The responsible individual of a home; whoever stands above her when nobody is."""
    held = Membership.objects.current(now).at(home).filter(user__is_active=True)
    held = list(held.filter(role__in=("ri", "director")).select_related("user"))
    first = [each for each in held if each.role == "ri"] or held
    return list({each.user_id: each.user for each in first}.values())


def may_lift(user, finding: Blocks, home, now: datetime) -> bool:
    """A manager of the home; for some only the responsible individual; for some nobody."""
    if finding.hard:
        return False
    is_ri = Membership.objects.current(now).at(home).filter(user=user, role="ri").exists()
    if finding.who == Lifts.RI:
        return is_ri
    manages = access.has(user, P.RECORD_REVIEW, home) and access.has(user, P.PLACEMENT_WRITE, home)
    return is_ri or manages
