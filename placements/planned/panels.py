"""Reviews and visits where people look: the child's page, today, the manager's page."""

from datetime import timedelta

from django.db.models import Max, Prefetch, Q
from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.lib import london
from placements.planned.clocks import clock, due, open_for, when
from placements.reviewreports.models import ReviewReport
from placements.reviews import reading
from placements.reviews.diary import line as review_line
from placements.reviews.diary import reviews as reviews_in_diary
from placements.reviews.models import LookedAfterReview
from placements.visits import reading as visits
from placements.visits.diary import line as visit_line
from placements.visits.diary import visits as visits_in_diary
from placements.visits.models import Visit
from residents.child.models import Child
from residents.child.rights import holds
from residents.people.models import ImportantPerson

CLOCKS, MOST = 6, 40
AHEAD, NEAR = timedelta(days=28), timedelta(days=120)  # a yearly check is not said all year
SOURCES = (reviews_in_diary, visits_in_diary)


def on_child(*, subject, user, now) -> dict | None:
    """What is planned, when she was last seen alone, and the clocks that run, in words."""
    if subject.left_at:
        return None
    review, visit = reading.next_planned(subject, user), visits.next_planned(subject, user, now)
    waiting = visits.not_written(subject, user, now).first()
    near = Q(due_at__lte=now + NEAR) | Q(rule__startswith="LAC-")
    rows = open_for(user, child_id=subject.pk).filter(near)[:CLOCKS]
    return {
        "title": "Reviews and visits",
        "icon": "people",
        "url": reverse("professional-visits-list", args=[subject.pk]),
        "url_words": "All visits",
        "next": [line for line in (_review(review, now), _visit(visit, now)) if line],
        "alone": visits.last_alone_words(subject, user, now),
        "waiting": _not_written(waiting, now),
        "clocks": [clock(row, subject.name, now) for row in rows],
        "iro": _reviewing_officer(subject, user),
        **_new(subject, user),
    }


def _review(review, now) -> dict | None:
    if review is None:
        return {"what": "Next review", "words": "no day yet", "url": ""}
    url = reverse("looked-after-reviews-detail", args=[review.pk])
    return {"what": "Next review", "words": when(review.happened_at, now), "url": url}


def _visit(visit, now) -> dict | None:
    if visit is None:
        return {"what": "Next visit", "words": "none planned", "url": ""}
    url = reverse("professional-visits-detail", args=[visit.pk])
    words = f"{visit.title}, {when(visit.happened_at, now)}"
    return {"what": "Next visit", "words": words, "url": url}


def _not_written(visit, now) -> dict | None:
    if visit is None:
        return None
    url = reverse("professional-visits-detail", args=[visit.pk])
    words = f"{visit.title}, {when(visit.happened_at, now)}: did it take place?"
    return {"words": words, "url": url}


def _reviewing_officer(child: Child, user) -> str:
    """Said only while there is none: who has one finds her among the people."""
    if not child.looked_after_on:
        return ""
    rows = ImportantPerson.objects.visible_to(user).standing()
    rows = rows.filter(child=child, who=ImportantPerson.Who.IRO, ended_at=None)
    return "" if rows.exists() else "Reviewing officer (IRO): not named to us yet."


def _new(child: Child, user) -> dict:
    found = {}
    if holds(user, P.KEYWORK_WRITE, child):
        found["visit_url"] = reverse("professional-visits-new", args=[child.pk])
    if holds(user, P.PLAN_WRITE, child):
        found["review_url"] = reverse("looked-after-reviews-new", args=[child.pk])
    return found


def who_comes(*, subject, user, now) -> dict | None:
    """Today's visits and reviews in this house. Left out on a day without any."""
    start, end = london.day_bounds(london.local_date(now))
    found = [line for ask in SOURCES for line in ask(subject, start, end, user) if not line.off]
    if not found:
        return None
    return {
        "title": "Who comes today",
        "icon": "person-badge",
        "entries": [line.shown() for line in sorted(found, key=lambda line: line.at)],
    }


def by_child(*, subject, user, now) -> dict | None:
    """A block a child: what is planned, when last seen alone, and what others owe. What is ours
    stands in "Overdue and soon", once; here a review only says how far our report for it is."""
    children = list(Child.objects.visible_to(user).living_in(subject)[:MOST])
    if not children:
        return None
    coming = _planned(children, user, now)
    rows = open_for(user, home_id=subject.pk).theirs().filter(due_at__lte=now + AHEAD)[:120]
    rows = list(rows)
    alone = _alone(children, user)
    return {
        "title": "Reviews and visits",
        "icon": "people",
        "children": [
            {
                "name": child.name,
                "url": reverse("child", args=[child.pk]),
                "coming": coming.get(child.pk, []),
                "alone": _alone_words(alone.get(child.pk)),
                "theirs": [_owed(row, now) for row in rows if row.child_id == child.pk],
            }
            for child in children
        ],
    }


def _planned(children, user, now) -> dict:
    """By child: visits and reviews of the next four weeks, each review with where our report for
    it stands. Three queries."""
    soon = {"child__in": children, "happened_at__range": (now, now + AHEAD)}
    rows = Visit.objects.visible_to(user).planned().filter(**soon).select_related("child")
    found = [(visit_line(visit), "") for visit in rows[:MOST]]
    rows = LookedAfterReview.objects.visible_to(user).planned().filter(**soon)
    reports = ReviewReport.objects.visible_to(user).standing()
    rows = rows.select_related("child").prefetch_related(Prefetch("reports", reports))
    for review in rows[:MOST]:
        report = max(review.reports.all(), key=lambda report: report.pk, default=None)
        said = report.stands.lower() if report else "not begun"
        found.append((review_line(review), f"our report: {said}"))
    by_child: dict = {}
    for line, more in sorted(found, key=lambda each: each[0].at):
        words = f"{line.title}, {when(line.at, now)}"
        by_child.setdefault(line.child.pk, []).append(
            {"url": line.url, "words": words, "more": more}
        )
    return by_child


def _alone(children, user) -> dict:
    rows = Visit.objects.visible_to(user).held().filter(child__in=children)
    rows = rows.filter(kind="social_worker", seen_alone=Visit.Alone.YES).order_by()
    return dict(rows.values("child").annotate(at=Max("happened_at")).values_list("child", "at"))


def _alone_words(at) -> str:
    if at is None:
        return "no visit alone written yet"
    return f"last seen alone {london.day_words(london.local_date(at))}"


def _owed(row, now) -> dict:
    return {"title": row.title, "url": reverse("go", args=[row.label, row.object_id])} | due(
        row, now
    )


PANELS = (
    Panel(
        key="reviews-and-visits", place="child", order=45, context=on_child,
        template="placements/planned/panel.html", permission=P.PLAN_READ,
    ),
    Panel(
        key="who-comes", place="today", order=15, context=who_comes,
        template="residents/diary/next.html", permission=P.PLAN_READ,
    ),
    Panel(
        key="reviews-and-visits", place="manager", order=35, context=by_child,
        template="placements/planned/by_child.html", permission=P.RECORD_REVIEW,
    ),
)  # fmt: skip
