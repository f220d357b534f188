"""Today, by time left: Now, This shift, Later today, This week. A row is one verb, one tap."""

from django.urls import reverse

from cura.core.notices import budget
from cura.core.notices.notice import Notice
from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.core.records.drafts.models import Draft
from cura.lib.words import plural
from residents.diary.due import diary
from residents.due import ASKED, NOW, SHIFT, TODAY, WEEK, Due
from residents.handover.due import handovers
from residents.mustread.due import must_reads
from residents.ourplans.due import plans

TITLES = ((NOW, "Now"), (SHIFT, "This shift"), (TODAY, "Later today"), (WEEK, "This week"))
MOST = 12
NOTHING = "Nothing due. Go and have tea with them."
NOTHING_MORE = "Nothing more than what stands above."


def unfinished(home, user, now) -> list[Due]:
    """One row for all that she began and has not saved."""
    count = Draft.objects.unfinished().filter(user=user, home_id=home.pk).count()
    if not count:
        return []
    return [
        Due(
            when=SHIFT, verb=f"Finish what you began: {plural(count, 'page')}", by=now,
            url=reverse("drafts"), icon="pencil",
        )
    ]  # fmt: skip


def rows(home, user, now) -> list[Due]:
    asks = (handovers, plans, must_reads, diary, unfinished, *ASKED)
    found = [due for ask in asks for due in ask(home, user, now)]
    return sorted(found, key=lambda due: (not due.late, due.by))


def _is_told(due: Due, above: list[Notice]) -> bool:
    return any(n.deadline.title == due.verb and str(n.object_id) in due.url for n in above)


def told_above(home, user, now) -> list[Notice]:
    """The deadlines that "What needs you" names on the same page."""
    shown = budget.needs(user, home, now)[: budget.lines_for(user, home)]
    return [notice for notice in shown if notice.deadline]


def due(*, subject, user, now) -> dict:
    """Short lists, without what stands above them; when there is nothing, a kind word."""
    asked = rows(subject, user, now)
    above = told_above(subject, user, now)
    found = [due for due in asked if not _is_told(due, above)]
    groups = [
        {"title": title, "rows": [d for d in found if d.when == when][:MOST]}
        for when, title in TITLES
    ]
    return {
        "title": "What is yours to do",
        "icon": "list-check",
        "groups": [g for g in groups if g["rows"]],
        "quiet": NOTHING_MORE if above else NOTHING,
        "since_url": reverse("since"),
    }


PANELS = (
    Panel(
        key="today", place="today", order=5, template="residents/today/due.html",
        permission=P.DAILY_READ, context=due, wide=True,
    ),
)  # fmt: skip
