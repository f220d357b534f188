"""The clocks of reviews. By law they run from the day on which she became looked after, often
before she came here (CPR 2010 reg. 33); by our own policy from the day on which she came. Both are
kept.
"""

from django.db.models import Exists, OuterRef, Q, Subquery

from cura.core.deadlines.offsets import Before, Days, Hours, Months
from cura.core.deadlines.rules import Alert, DeadlineRule, Late, Moved
from placements.reviews.models import LookedAfterReview
from placements.service.models import Service

CHILD, REVIEW = "residents.child", "placements.lookedafterreview"
WITH_CHILD = (Moved(REVIEW, mine="pk"),)
WITH_REVIEWS = (Moved(REVIEW), Moved(CHILD, theirs="pk"))
SOON = (Alert(Before(Days(7)), to=("key_worker",)),)
THEIRS = (Late(Hours(0), to=("key_worker", "manager")),)
Which = LookedAfterReview.Which


def _held(**more):
    rows = LookedAfterReview.objects.held().filter(child=OuterRef("pk"), **more)
    return rows.order_by("held_at", "pk")


def _coming(child: str) -> Subquery:
    rows = LookedAfterReview.objects.planned().filter(child=OuterRef(child))
    return Subquery(rows.values("happened_at")[:1])


def _of_child(duty: str, starts: str, title: str, held) -> DeadlineRule:
    """A first review: what is open ends when she leaves."""
    looked_after = Q(looked_after_on__isnull=False)
    return DeadlineRule(
        duty=duty, model=CHILD, starts=starts, title=title,
        applies=looked_after & (Q(left_at=None) | Q(Exists(held))),
        done=Subquery(held.values("held_at")[:1]), planned=_coming("pk"),
        remind=SOON, escalate=THEIRS, moved=WITH_CHILD,
    )  # fmt: skip


_LATER = Q(held_at__gt=OuterRef("held_at")) | Q(held_at=OuterRef("held_at"), pk__gt=OuterRef("pk"))
_NEXT = LookedAfterReview.objects.held().filter(_LATER, child=OuterRef("child_id"))
_NEXT = _NEXT.order_by("held_at", "pk")


def _after(duty: str, title: str, which: Q) -> DeadlineRule:
    stays = Q(child__left_at=None) | Q(Exists(_NEXT))
    return DeadlineRule(
        duty=duty, model=REVIEW, starts="held_at", title=title,
        applies=which & Q(held_at__isnull=False, child__looked_after_on__isnull=False) & stays,
        done=Subquery(_NEXT.values("held_at")[:1]), planned=_coming("child_id"),
        remind=SOON, escalate=THEIRS, moved=WITH_REVIEWS,
    )  # fmt: skip


# Short breaks (CPR 2010 reg. 48): three months from the day on which the series begins, then six.
_BREAKS = Q(kind="breaks", child__isnull=False)
_SINCE = LookedAfterReview.objects.held().filter(child=OuterRef("child_id"))
_SINCE = _SINCE.filter(held_at__gte=OuterRef("happened_at")).order_by("held_at", "pk")
_RUNNING = Service.objects.standing().filter(_BREAKS, child=OuterRef("child_id"), ended_at=None)
_RUNNING = Exists(_RUNNING.filter(happened_at__lte=OuterRef("held_at")))

RULES = (
    DeadlineRule(
        duty="SHORT-REV", model="placements.service",
        title="The review of the short breaks of {child}",
        applies=_BREAKS & (Q(ended_at=None) | Q(Exists(_SINCE))),
        done=Subquery(_SINCE.values("held_at")[:1]), escalate=THEIRS, moved=(Moved(REVIEW),),
    ),
    DeadlineRule(
        duty="SHORT-REV", model=REVIEW, aspect="again", starts="held_at", due=Months(6),
        title="The next review of the short breaks of {child}",
        applies=Q(held_at__isnull=False) & Q(_RUNNING),
        done=Subquery(_NEXT.values("held_at")[:1]), escalate=THEIRS,
        moved=(Moved(REVIEW), Moved("placements.service")),
    ),
    _of_child("LAC-REV1", "looked_after_on", "The first looked-after review of {herself}", _held()),
    _of_child(
        "LAC-REV-HERE", "arrived_at", "A review of {herself} after the move to us",
        _held(held_at__gte=OuterRef("arrived_at")),
    ),
    _after("LAC-REV2", "The second looked-after review of {child}", Q(which=Which.FIRST)),
    _after("LAC-REV3", "The next looked-after review of {child}", ~Q(which=Which.FIRST)),
)  # fmt: skip
