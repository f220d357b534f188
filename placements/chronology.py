"""What of this app's records belongs in a child's chronology, and in her file."""

from django.urls import reverse

from cura.lib import london
from placements.arrival.models import FirstDay
from placements.assessment.models import Assessment
from placements.challenge.models import Challenge
from placements.leaving.models import AfterContact, Leaving, MovingOn
from placements.plan.models import PlacementPlan
from placements.reviews.models import LookedAfterReview
from placements.visits.models import Visit
from residents.casefile.chronology import GOOD, PLAIN, Source
from residents.casefile.paras import Answer, Para
from residents.casefile.sources import of_child


def _went(contact: AfterContact) -> str:
    return GOOD if contact.went == AfterContact.Went.GOOD else PLAIN


def _held(child, user):
    return of_child(AfterContact)(child, user).exclude(held_at=None)


def _review(row: LookedAfterReview) -> str:
    return row.moving_on or row.moving_on_why or row.words or row.her_views


SOURCES = (
    Source(key="first-days", title="The first day here", rows=of_child(FirstDay),
           says=lambda row: row.seen or row.coming or row.own_words),
    Source(key="looked-after-reviews", title="Looked-after review", at="held_at",
           rows=lambda child, user: of_child(LookedAfterReview)(child, user).exclude(held_at=None),
           says=_review),
    Source(key="professional-visits", title="Visit",
           rows=lambda child, user: of_child(Visit)(child, user).exclude(held_at=None),
           says=lambda row: f"{row.title}: {row.came_of_it}"),
    Source(key="challenges", title="We pressed for something", rows=of_child(Challenge),
           says=lambda row: f"{row.title}: {row.get_level_display().lower()}"),
    Source(key="placement-plans", title="Placement plan", rows=of_child(PlacementPlan),
           says=lambda row: row.purpose),
    Source(key="assessments", title="28-day assessment", rows=of_child(Assessment),
           says=lambda row: row.get_recommendation_display() or row.summary),
    Source(key="moving-on", title="Plan for moving on", rows=of_child(MovingOn),
           says=lambda row: row.words),
    Source(key="leaving", title="Leaving", rows=of_child(Leaving),
           says=lambda row: f"{row.get_kind_display()}, to: {row.get_place_display().lower()}"),
    Source(key="after-contacts", title="Contact after leaving", tone=_went, rows=_held,
           says=lambda row: row.own_words or row.words or row.get_went_display()),
)  # fmt: skip


def new_address(child, user, now):
    """Only of those who have left."""
    if not child.left_at:
        return None
    row = of_child(Leaving)(child, user).order_by("-happened_at", "-id").first()
    said = f"{row.get_place_display()}: {row.address}" if row and row.address else ""
    return Answer(said, reverse("leavings-list", args=[child.pk]))


def next_home(child, user, now):
    rows = of_child(MovingOn, ended_at=None)(child, user).order_by("-happened_at", "-id")
    plan = rows.first()
    return Answer(str(plan) if plan else "", reverse("moving-on-list", args=[child.pk]))


def placement_plan(child, user, now):
    row = (
        of_child(PlacementPlan)(child, user).exclude(signed_at=None).order_by("-signed_at").first()
    )
    said = f"Signed on {london.day_words(london.local_date(row.signed_at))}" if row else ""
    return Answer(said, reverse("placement-plans-list", args=[child.pk]))


def reviews(child, user, now):
    """The last one and its day. Of a child whom no council looks after, it is not asked."""
    if not child.looked_after_on:
        return None
    rows = of_child(LookedAfterReview)(child, user).exclude(held_at=None)
    last = rows.order_by("-held_at", "-id").first()
    url = reverse("looked-after-reviews-list", args=[child.pk])
    return Answer(last.own_title() if last else "", url)


PARAS = (
    Para(number=23, title="Looked-after reviews: dates and results", ask=reviews, checked=False),
    Para(number=6, title="Address and kind of place after leaving", ask=new_address),
    Para(number=25, title="Placement plan", ask=placement_plan, checked=False),
    Para(number=24, title="Plan for moving on", ask=next_home, checked=False),
)  # fmt: skip
