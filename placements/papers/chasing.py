"""Ask again, by itself, on the home's rhythm. Run as often as one likes: a chase is made once."""

from collections import defaultdict
from datetime import datetime

from django.db import transaction

from cura.core.deadlines import calendar as calendars
from cura.core.deadlines.calendar import Calendar
from placements.papers import ladder, rhythm
from placements.papers.asking import BY_MAIL, ask
from placements.papers.models import Paper, PaperLine
from placements.papers.writing import held

BATCH = 200


def chase_due(now: datetime) -> int:
    """Ask again for all whose time has come. Returns how many papers were asked for.

    Only on a working day: what falls due on a holiday that was announced late waits for the next.
    """
    days = calendars.current()
    if not rhythm.is_time(now, days):
        return 0
    groups: dict[tuple, list] = defaultdict(list)
    due = Paper.objects.due_chase(now).order_by("next_chase_at", "pk")
    for pk, child, referral, home in due.values_list("pk", "child", "referral", "home")[:BATCH]:
        groups[child or referral, home].append(pk)
    return sum(_chase(keys, now, days) for keys in groups.values())


@transaction.atomic
def _chase(keys: list, now: datetime, calendar: Calendar) -> int:
    """1 claim: whoever takes `next_chase_at` away asks, and nobody else; what came meanwhile, is
    not needed or was set aside is not taken; 2 hold them; 3 ask each once for all of hers."""
    due = Paper.objects.due_chase(now)
    mine = [pk for pk in keys if due.filter(pk=pk).update(next_chase_at=None)]
    papers = held(Paper.objects.filter(pk__in=mine))
    if not papers:
        return 0
    child = papers[0].child_id
    people = ladder.people_of([child]).get(child, []) if child else []
    by_whom: dict[ladder.Asked, list[Paper]] = defaultdict(list)
    for paper in papers:
        by_whom[ladder.whom(paper, rhythm.rung(paper.asks), people)].append(paper)
    days = rhythm.days_of({paper.home_id for paper in papers})
    makers = _makers(papers)
    for to, theirs in by_whom.items():
        ask(
            theirs, to, how=BY_MAIL, by=None, now=now, calendar=calendar, makers=makers,
            days=days.get(papers[0].home_id, rhythm.DAYS),
        )  # fmt: skip
    return len(papers)


def _makers(papers: list[Paper]) -> list:
    """In whose name the link is given: who asked last, her key worker, who wrote the paper."""
    rows = PaperLine.objects.filter(paper__in=papers).exclude(by=None).select_related("by")
    asked = [line.by for line in rows.order_by("-at", "-id")[:20]]
    worker = papers[0].child.key_worker if papers[0].child_id else None
    found = [*asked, worker, *(paper.author for paper in papers)]
    return list(dict.fromkeys(user for user in found if user and user.is_active))
