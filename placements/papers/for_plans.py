"""What the author of a plan had read of what others sent (`residents.plan.papers`)."""

from placements.papers.models import Paper
from residents.plan import papers as plans
from residents.plan.models import PaperLine

How = PaperLine.How


def of_child(child, user, now) -> list[plans.Paper]:
    rows = Paper.objects.visible_to(user) if user else Paper.objects.all()
    rows = rows.of(child).wanted().order_by("pk")
    return [plans.Paper(name=str(row), how=_how(row)) for row in rows[: plans.MOST]]


def _how(paper: Paper) -> str:
    if paper.read_at:
        return How.READ
    return How.UNREAD if paper.received_at else How.OWED
