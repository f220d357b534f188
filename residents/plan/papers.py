"""What the author of a plan had read. The app that keeps the papers hands its answer over."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from residents.plan.models import PaperLine


@dataclass(frozen=True)
class Paper:
    name: str
    how: str = PaperLine.How.READ  # or UNREAD, OWED


Papers = Callable[[object, object, datetime], list[Paper]]  # (child, user, now)
PAPERS: list[Papers] = []  # placements hands over its own in `ready()`
MOST = 40


def starting(subject, user, now: datetime) -> list[dict]:
    """The lines that a new plan begins with."""
    found = [paper for ask in PAPERS for paper in ask(subject, user, now)]
    return [{"name": paper.name, "how": str(paper.how)} for paper in found[:MOST]]


def without(lines) -> list[str]:
    """The papers that the author had not read, each as it is said: named on the plan."""
    How = PaperLine.How
    said = {How.UNREAD: "not read yet", How.OWED: "has not come"}
    return [f"{line.name} ({said[line.how]})" for line in lines if line.how in said]
