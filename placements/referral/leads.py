"""What an answer leads on to. Whoever knows hands over a callable in `ready()`: an admission."""

from collections.abc import Callable
from dataclasses import dataclass

from placements.referral.models import Referral


@dataclass(frozen=True)
class Lead:
    """A line on the referral's page: what can be done next, and where."""

    title: str
    url: str
    icon: str = "arrow-right"
    primary: bool = False


WEIGHED: list[Callable] = []  # (referral, now) -> what does not fit: `placements.fit` hands it over
LEADS: list[Callable[..., Lead | None]] = []  # asks (referral, user, now)


def findings(referral: Referral, now) -> list:
    return [finding for asks in WEIGHED for finding in asks(referral, now)]


def leads(referral: Referral, user, now) -> list[Lead]:
    found = (asks(referral, user, now) for asks in LEADS)
    return [lead for lead in found if lead is not None]
