"""What a manager sees of what is due: how it stands, what comes, what others owe. Fifteen lines of
her own in all (oversight.md), so that she keeps looking; the rest is one tap away."""

from django.urls import reverse

from compliance.due.asked import of_home
from compliance.due.duties import Standing, standings, up_to_date
from compliance.due.lines import lines
from compliance.due.listing import SOON
from cura.core.deadlines.reading import Counts, due_soon, overdue
from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P

BUDGET, KEPT, OWED = 15, 5, 5
BEHIND = 5


def standing(*, subject, user, now) -> dict:
    """ "17 of 19 up to date", and which."""
    good, behind = up_to_date(standings(subject, user, now))
    behind.sort(key=lambda each: (each.overdue_since is None, each.overdue_since or now))
    counts = Counts(total=len(good) + len(behind), overdue=len(behind))
    return {
        "title": "What must be done",
        "icon": "shield-check",
        "url": reverse("duties", args=[subject.slug]),
        "url_words": "Every duty",
        "counts": counts,
        "behind": [_said(each) for each in behind[:BEHIND]],
        "more": max(len(behind) - BEHIND, 0),
        "good": [_said(each) for each in good],
    }


def _said(each: Standing) -> dict:
    words, tone = each.state
    return {"title": each.title, "url": each.url, "words": words, "tone": tone}


def coming(*, subject, user, now) -> dict:
    """Overdue first, then what is due in seven days. At most so many lines, a third of them kept
    for what can still be done in time, however much is late."""
    rows = of_home(subject, user).ours()
    late = list(overdue(rows, now)[: BUDGET + 1])
    soon = list(due_soon(rows, now, SOON)[: BUDGET + 1])
    shown = late[: max(BUDGET - KEPT, BUDGET - len(soon))]
    shown += soon[: BUDGET - len(shown)]
    return {
        "title": "Overdue and soon",
        "icon": "list-check",
        "url": reverse("due", args=[subject.slug]),
        "lines": lines(shown, user, now),
        "more": len(late) + len(soon) > BUDGET,
        "empty": "Nothing is overdue, and nothing is due in the next seven days.",
    }


def owed(*, subject, user, now) -> dict | None:
    """What others owe: to be chased, never red. Left out when nobody owes anything soon."""
    rows = of_home(subject, user).theirs().open().filter(due_at__lte=now + SOON)
    rows = list(rows.order_by("due_at", "id")[: OWED + 1])
    if not rows:
        return None
    return {
        "title": "Owed to us",
        "icon": "telephone",
        "url": reverse("due", args=[subject.slug]) + "#owed",
        "lines": lines(rows[:OWED], user, now),
        "more": len(rows) > OWED,
    }


PANELS = (
    Panel(
        key="standing", place="manager", order=10, template="compliance/due/standing.html",
        permission=P.RECORD_REVIEW, context=standing, wide=True,
    ),
    Panel(
        key="coming", place="manager", order=20, template="compliance/due/coming.html",
        permission=P.RECORD_REVIEW, context=coming,
    ),
    Panel(
        key="owed", place="manager", order=30, template="compliance/due/coming.html",
        permission=P.RECORD_REVIEW, context=owed,
    ),
)  # fmt: skip
