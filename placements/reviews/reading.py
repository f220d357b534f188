"""What pages and clocks ask of reviews."""

from datetime import datetime

from django.db.models import BooleanField, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from cura.core.accounts.home import Home
from placements.reviews.models import LookedAfterReview
from residents.child.models import Child

MOST = 40


def stands(review: LookedAfterReview) -> str:
    if review.cancelled_at:
        return "Called off"
    if review.signed_at:
        return "Signed"
    return "Held, to be signed" if review.held_at else "Planned"


def of_child(child: Child, user):
    return LookedAfterReview.objects.visible_to(user).filter(child=child)


def of_home(home: Home, user):
    """Of those who live here now, whichever home wrote it."""
    living = list(Child.objects.living_in(home).values_list("pk", flat=True))
    return LookedAfterReview.objects.visible_to(user).filter(child_id__in=living)


def between(rows, start: datetime, end: datetime) -> list[LookedAfterReview]:
    rows = rows.standing().between(start, end).select_related("child")
    return list(rows.order_by("happened_at", "id")[:MOST])


def next_planned(child: Child, user) -> LookedAfterReview | None:
    return of_child(child, user).planned().first()


def last_held(child: Child, user) -> LookedAfterReview | None:
    return of_child(child, user).held().order_by("-held_at", "-id").first()


def to_stay(child: str, at: str) -> Q:
    """Whether the last review before `at` said that she is to live here until 18, as a condition on
    a row that has these two columns."""
    before = LookedAfterReview.objects.held().filter(
        child=OuterRef(child), held_at__lte=OuterRef(at)
    )
    said = Subquery(before.order_by("-held_at").values("stays")[:1], output_field=BooleanField())
    return Q(Exact(Coalesce(said, Value(False)), True))
