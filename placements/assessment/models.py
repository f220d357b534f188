"""The assessment of a child in her first 28 days, as a whole: its days, views and recommendation.

What each discipline finds is a record of its own (`part_models.py`), signed by its own author.
"""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import RecordQuerySet, RecordRow
from cura.core.records.beside import Beside
from cura.core.records.pairs import at_and_by
from residents.aims.models import Aim
from residents.child.models import Child
from residents.child.record import SignedChildRecord

# What must be there before the coordinator signs: field, and what it is in a sentence.
WANTED = (
    ("summary", "who the child is, in short"),
    ("child_view", "what the child says, or how she or he was asked"),
    ("met_at", "when the meeting was held"),
    ("recommendation", "what we recommend"),
    ("recommendation_words", "why we recommend it"),
)


class AssessmentQuerySet(RecordQuerySet):
    def open(self) -> "AssessmentQuerySet":
        """Still being made: the report has not gone to the reviewing officer."""
        return self.standing().filter(sent_at=None)


class Assessment(SignedChildRecord):
    """`happened_at` is when it was begun. Days are counted from `came_at` (the home's policy) and
    from `looked_after_on` (the law's first review): both are kept, and both are shown."""

    read, write = P.PLAN_READ, P.PLAN_WRITE

    class Recommendation(models.TextChoices):
        STAY = "stay", "Stay here"
        FAMILY = "family", "Go home to family"
        FOSTER = "foster", "A foster family"
        HOME = "home", "Another children's home"
        OWN_PLACE = "own_place", "A place of one's own, with support"
        SCHOOL = "school", "A residential school"
        HEALTH = "health", "A place that treats"
        NOT_YET = "not_yet", "It cannot be said yet"

    coordinator = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="who brings it together?"
    )
    came_at = models.DateTimeField("came to live here", editable=False)
    looked_after_on = models.DateField(
        "looked after since", null=True, blank=True,
        help_text="The day on which the council began to look after her or him: often earlier than "
        "the day of coming here. The first review is counted from it.",
    )  # fmt: skip
    review_on = models.DateField(
        "the review is on", null=True, blank=True,
        help_text="If nobody has said a day yet, the last day that the law allows stands here.",
    )  # fmt: skip
    review_booked = models.BooleanField("this day is fixed", default=False)
    asked_for = models.TextField("what does the council want to know?", blank=True)
    meeting_at = models.DateTimeField("the meeting is planned for", null=True, blank=True)
    met_at = models.DateTimeField("the meeting was held", null=True, blank=True)
    met_who = models.TextField("who was there, and who was asked and could not come?", blank=True)
    summary = models.TextField("who she or he is, in short", blank=True)
    child_view = models.TextField(
        "what the child says", blank=True,
        help_text="In her or his own words. If not asked, or no answer was wanted: how, and why.",
    )  # fmt: skip
    family_view = models.TextField(
        "what the family says", blank=True, help_text="Who says what, as said."
    )
    recommendation = models.CharField(
        "what we recommend", max_length=9, choices=Recommendation.choices, blank=True
    )
    recommendation_words = models.TextField("why, and what has to be in place for it", blank=True)
    checked_at = models.DateTimeField("read for the home", null=True, editable=False)
    checked_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="read by"
    )
    manager_words = models.TextField("from the manager", blank=True)
    sent_at = models.DateTimeField("sent", null=True, editable=False)
    sent_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="sent by"
    )
    sent_to = models.TextField(
        "to whom, and how?", blank=True,
        help_text="The reviewing officer, the social worker; by secure mail, by hand.",
    )  # fmt: skip

    objects = AssessmentQuerySet.as_manager()

    class Meta(SignedChildRecord.Meta):
        verbose_name = "28-day assessment"
        constraints = (
            *SignedChildRecord.Meta.constraints, at_and_by("checked"), at_and_by("sent"),
        )  # fmt: skip

    @classmethod
    def under(cls, subject: Child) -> dict:
        return super().under(subject) | {"came_at": subject.arrived_at}

    def own_title(self) -> str:
        return "28-day assessment"

    def versions(self) -> list[UUID]:
        """This one and all that it puts right: the parts were written for the first of them."""
        older = self.replaces.versions() if self.replaces_id else []
        return [self.pk, *older]

    def contents(self) -> list[tuple[str, str]]:
        """What is still missing before it can be signed."""
        return [(name, words) for name, words in WANTED if not getattr(self, name)]

    def wanting(self) -> str:
        said = "; ".join(words for _, words in self.contents())
        return f"Before it is signed, write: {said}." if said else ""

    def clean(self) -> None:
        if self.signed_at and (wanting := self.wanting()):
            raise ValidationError(wanting, code="contents")
        if self.sent_at and not self.sent_to.strip():
            raise ValidationError("Say to whom it went.", code="words")


class StartingPoint(RecordRow):
    """Where she is now in one area: what can be seen, so that change can be told later."""

    about = ("assessment__child",)
    keep = "child_file"

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="starting_points")
    area = models.CharField("about", max_length=10, choices=Aim.Area)
    words = models.TextField("what can be seen today", help_text="How often, how long, with whom.")

    def __str__(self) -> str:
        return f"{self.get_area_display()}: {self.words}"


class Recommended(RecordRow):
    """One thing to do. It becomes an aim of the child in one step, with its starting point."""

    about = ("assessment__child",)
    keep = "child_file"

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="recommended")
    area = models.CharField("about", max_length=10, choices=Aim.Area)
    words = models.TextField("what we recommend")
    wanted = models.TextField("what will be different", help_text="What anybody could see or hear.")
    who = models.CharField("who does it", max_length=120, blank=True)
    by_when = models.DateField("by when", null=True, blank=True)

    def __str__(self) -> str:
        return self.words


class Disagreement(RecordRow):
    """Who sees it in another way. It is kept and printed as said, and nobody answers it away."""

    about = ("assessment__child",)
    keep = "child_file"

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="disagreements")
    who = models.CharField("who?", max_length=120)
    what = models.CharField("about what?", max_length=200)
    words = models.TextField("in her or his own words")

    def __str__(self) -> str:
        return f"{self.who}: {self.what}"


class CoSignature(Beside):
    """One person's name under the whole. Hers alone: nobody signs for anybody else, and a paper
    that somebody outside has signed is entered with who entered it."""

    about = ("child_id", "by")
    keep = "child_file"

    class Agrees(models.TextChoices):
        YES = "yes", "I agree"
        MOSTLY = "mostly", "I agree with most of it"
        NO = "no", "I do not agree"

    person = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=120)
    agrees = models.CharField(max_length=6, choices=Agrees.choices)
    words = models.TextField(blank=True)

    class Meta(Beside.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("object_id", "person"), condition=Q(person__isnull=False),
                name="placements_cosigned_once",
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"Signed by {self.name}"


class MadeAim(Beside):
    """The aim that a recommendation became."""

    about = ("child_id", "by")
    keep = "child_file"

    recommended = models.OneToOneField(Recommended, models.PROTECT, related_name="made")
    aim = models.ForeignKey(Aim, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return "Became an aim"
