"""Looked-after reviews (CPR 2010 Part 6), and what we say at them."""

from django.core.exceptions import ValidationError
from django.db import models

from cura.core.permissions import Permission as P
from cura.core.records.base import RecordQuerySet, RecordRow
from cura.core.records.pairs import at_and_by
from cura.lib import london
from residents.child.record import SignedChildRecord
from residents.diary.called_off import CalledOff
from residents.diary.models import DiaryEntry


class ReviewQuerySet(RecordQuerySet):
    def held(self) -> "ReviewQuerySet":
        return self.standing().exclude(held_at=None)

    def planned(self) -> "ReviewQuerySet":
        """Neither held nor called off, the soonest first."""
        rows = self.standing().filter(held_at=None, cancelled_at=None)
        return rows.order_by("happened_at", "id")


class LookedAfterReview(CalledOff, SignedChildRecord):
    """One review of how she is looked after. `happened_at` is when it is planned for, `held_at`
    when it was held: a shared text until it is signed, and frozen then.

    Two things are never left out: her views, and moving on. It cannot be signed without them.
    """

    read, write = P.PLAN_READ, P.PLAN_WRITE

    class Which(models.TextChoices):
        FIRST = "first", "The first"
        SECOND = "second", "The second"
        LATER = "later", "A later one"

    class SchoolTime(models.TextChoices):
        NO = "no", "No, or in the holidays"
        YES = "yes", "Yes"

    class Came(models.TextChoices):
        YES = "yes", "Yes, all of it"
        PART = "part", "Part of it"
        NO = "no", "No"

    which = models.CharField(
        "which one is it?", max_length=6, choices=Which.choices, default=Which.LATER,
        help_text="Counted from the day on which the council began to look after the child.",
    )  # fmt: skip
    place = models.CharField("where?", max_length=160, blank=True)
    chair = models.CharField(
        "who chairs it?", max_length=120, blank=True,
        help_text="The independent reviewing officer. Leave it empty for the one we know.",
    )  # fmt: skip
    asked = models.CharField("who is asked to come?", max_length=300, blank=True)
    school_time = models.CharField(
        "is it in school time?", max_length=3, choices=SchoolTime.choices, blank=True
    )
    school_reason = models.CharField(
        "why in school time?", max_length=300, blank=True,
        help_text="What was tried, and what the child says to it.",
    )  # fmt: skip
    told = models.CharField(
        "does the child know?", max_length=7, choices=DiaryEntry.Told.choices, blank=True
    )

    held_at = models.DateTimeField("it was held", null=True, blank=True)
    who_came = models.TextField("who came?", blank=True)
    she_came = models.CharField(
        "was the child there?", max_length=4, choices=Came.choices, blank=True
    )
    she_came_why = models.CharField("why not, or not all of it?", max_length=300, blank=True)
    her_views = models.TextField(
        "what the child wanted to be said",
        blank=True,
        help_text="In the child's own words, and who said it. If the child did not want to: how it "
        "was asked, and what was answered.",
    )
    words = models.TextField("what was talked about", blank=True)
    moving_on = models.TextField(
        "moving on: what was said about where the child will live next, and when", blank=True
    )
    moving_on_why = models.TextField("or it was not talked about, because", blank=True)
    stays = models.BooleanField("the plan is to live here until 18", default=False)
    next_on = models.DateField("when is the next review?", null=True, blank=True)

    objects = ReviewQuerySet.as_manager()

    class Meta(SignedChildRecord.Meta):
        verbose_name = "looked-after review"
        constraints = (*SignedChildRecord.Meta.constraints, at_and_by("cancelled"))

    def __str__(self) -> str:
        return self.own_title()

    def own_title(self) -> str:
        if not self.happened_at:
            return "Looked-after review"
        day = london.day_words(london.local_date(self.held_at or self.happened_at))
        return f"Looked-after review, {day}"

    def clean(self) -> None:
        wrong = {}
        if self.school_time == self.SchoolTime.YES and not self.school_reason.strip():
            wrong["school_reason"] = "A review in school time needs a reason."
        if self.she_came in (self.Came.PART, self.Came.NO) and not self.she_came_why.strip():
            wrong["she_came_why"] = "Say why the child was not there for all of it."
        if wrong:
            raise ValidationError(wrong)
        if self.held_at and self.cancelled_at:
            raise ValidationError("It was held, so it cannot be called off.")
        if self.signed_at:
            self._may_be_signed()

    def _may_be_signed(self) -> None:
        missing = []
        if not self.held_at:
            missing.append("when it was held")
        if not self.she_came:
            missing.append("whether the child was there")
        if not self.her_views.strip():
            missing.append("what the child wanted to be said, or how it was asked")
        if not (self.moving_on.strip() or self.moving_on_why.strip()):
            missing.append("what was said about moving on, or why it was not talked about")
        if missing:
            raise ValidationError(f"Before you sign, write {'; '.join(missing)}.")


class ReviewDecision(RecordRow):
    """One thing that the review decided: who does it, by when. Frozen with the review."""

    about = ("review__child",)
    keep = "child_file"

    review = models.ForeignKey(LookedAfterReview, models.PROTECT, related_name="decisions")
    what = models.CharField("what", max_length=300)
    who = models.CharField("who", max_length=120)
    by_when = models.DateField("by when", null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.what} ({self.who})"
