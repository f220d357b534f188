"""Reviews in the house diary: nobody types them there a second time."""

from datetime import datetime

from django.urls import reverse

from placements.reviews import reading
from placements.reviews.models import LookedAfterReview
from residents.child.models import Child
from residents.diary.lines import Line


def reviews(subject, start: datetime, end: datetime, user) -> list[Line]:
    ask = reading.of_child if isinstance(subject, Child) else reading.of_home
    return [line(review) for review in reading.between(ask(subject, user), start, end)]


def line(review: LookedAfterReview) -> Line:
    return Line(
        at=review.happened_at, title="Looked-after review", kind="Review", icon="people",
        url=reverse("looked-after-reviews-detail", args=[review.pk]), child=review.child,
        place=review.place, told=review.told, off=bool(review.cancelled_at),
        went=bool(review.held_at),
    )  # fmt: skip
