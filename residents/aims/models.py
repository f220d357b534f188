from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import RecordQuerySet, RecordRow
from cura.core.records.pairs import at_and_by
from cura.lib.uuid7 import uuid7
from residents.child.models import Child
from residents.child.record import ChildRecord


class AimQuerySet(RecordQuerySet):
    def of(self, child: Child) -> "AimQuerySet":
        """All aims of one child that were not set aside, the newest first."""
        return self.standing().filter(child=child).order_by("-happened_at", "-id")

    def open(self) -> "AimQuerySet":
        return self.standing().filter(closed_at=None)

    def out_of(self, source: models.Model) -> "AimQuerySet":
        """What became of a recommendation, a plan or a review."""
        return self.standing().filter(
            source_label=source._meta.label_lower, source_id=source.pk
        )  # fmt: skip

    def with_last(self) -> "AimQuerySet":
        """Each with `last_on`, the day of its last entry, and `last_stands`: how it stood when
        somebody last said so."""
        mine = AimEntry.objects.filter(aim=OuterRef("pk"))
        return self.annotate(
            last_on=Subquery(mine.order_by("-on").values("on")[:1]),
            last_stands=Subquery(
                mine.exclude(stands=None).order_by("-on", "-at").values("stands")[:1]
            ),
        )


class Aim(ChildRecord):
    """What a child wants to reach, where it begins, and what we do about each step.

    It stays open while she works at it; closing it says how it ended. The starting point may come
    later, and until then everybody sees that it is missing: without it nobody can tell progress.
    CHR 2015 reg. 14 (care planning) and reg. 13(2)(f).
    """

    read, write = P.PLAN_READ, P.PLAN_WRITE

    class Area(models.TextChoices):
        HEALTH = "health", "Health"
        FEELINGS = "feelings", "Feelings"
        SCHOOL = "school", "School and learning"
        FAMILY = "family", "Family"
        FRIENDS = "friends", "Friends and fun"
        SAFETY = "safety", "Keeping safe"
        IDENTITY = "identity", "Who I am"
        SKILLS = "skills", "Doing things myself"
        HOME = "home", "Living here"
        MOVING_ON = "moving_on", "Moving on"

    class Voice(models.TextChoices):
        CHILD = "child", "The child's own words"
        TOGETHER = "together", "Written together"
        ADULTS = "adults", "The adults' words"

    class Ended(models.TextChoices):
        REACHED = "reached", "Reached"
        PARTLY = "partly", "Some of it"
        CHANGED = "changed", "The child wants something else now"
        LEFT = "left", "The child no longer lives here"
        DROPPED = "dropped", "It did not help"

    area = models.CharField("what is it about?", max_length=10, choices=Area)
    words = models.TextField("What is the aim?", help_text="In the child's own words, if said.")
    voice = models.CharField(
        "whose words are these?", max_length=8, choices=Voice, default=Voice.TOGETHER
    )
    starting_point = models.TextField(
        "Where does it begin?",
        blank=True,
        help_text="What can be seen today: how often, how long, with whom. It may be added later.",
    )
    wanted = models.TextField(
        "What will it look like when it is reached?", help_text="What anybody could see or hear."
    )
    source_words = models.CharField(
        "where does it come from?",
        max_length=200,
        blank=True,
        help_text="The review of 3 May; the health plan; the child asked.",
    )
    source_label = models.CharField(max_length=80, blank=True, editable=False)
    source_id = models.UUIDField(null=True, editable=False)
    how_ended = models.CharField("how did it end?", max_length=8, choices=Ended, blank=True)
    ended_words = models.TextField("what is different now?", blank=True)
    ended_own_words = models.TextField("what the child says about it", blank=True)
    closed_at = models.DateTimeField("closed", null=True, editable=False)
    closed_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="closed by"
    )

    objects = AimQuerySet.as_manager()

    class Meta(ChildRecord.Meta):
        verbose_name = "aim"
        constraints = (
            *ChildRecord.Meta.constraints,
            at_and_by("closed"),
            models.CheckConstraint(
                condition=Q(source_id=None, source_label="")
                | (Q(source_id__isnull=False) & ~Q(source_label="")),
                name="residents_aim_source_whole",
            ),
        )
        indexes = (
            *ChildRecord.Meta.indexes,
            models.Index(fields=("source_id",), name="aim_source"),
        )

    def own_title(self) -> str:
        return f"Aim: {self.get_area_display().lower()}"


class AimStep(RecordRow):
    """One step on the way, what we do about it, and who. Changed while the aim is open."""

    about = ("aim__child",)
    keep = "child_file"

    aim = models.ForeignKey(Aim, models.PROTECT, related_name="steps")
    what = models.CharField("the step", max_length=200)
    we_do = models.CharField("what we do about it", max_length=300)
    who = models.CharField("who", max_length=80)
    by_when = models.DateField("by when", null=True, blank=True)

    def __str__(self) -> str:
        return self.what


class AimEntry(models.Model):
    """One day of an aim: what we did, what moved, what she says. Never changed.

    `did` and `moved` stand side by side, for one is not known to be the cause of the other. The
    step is kept in words: steps may be written anew.
    """

    about = ("aim__child", "by")
    keep = "child_file"
    append_only = True
    snapshotted = True

    class Stands(models.IntegerChoices):
        NOT_BEGUN = 0, "Not begun yet"
        BEGUN = 1, "Begun"
        SOME = 2, "Some of the way"
        NEARLY = 3, "Nearly there"
        DONE = 4, "There"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    aim = models.ForeignKey(Aim, models.PROTECT, related_name="entries")
    on = models.DateField("which day?")
    step = models.CharField("the step", max_length=200, blank=True)
    did = models.TextField("what we did", blank=True)
    stands = models.PositiveSmallIntegerField(
        "how far is it?", null=True, blank=True, choices=Stands
    )
    moved = models.TextField("what moved", blank=True)
    own_words = models.TextField("how the child sees it", blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField("written")

    class Meta:
        default_permissions = ()
        ordering = (F("on").desc(), F("at").desc())
        indexes = (models.Index(fields=("aim", "-on"), name="aimentry_aim"),)

    def __str__(self) -> str:
        return "How an aim goes"

    def clean(self) -> None:
        if not (self.did or self.moved or self.own_words or self.stands is not None):
            raise ValidationError("Write one thing at least: what we did, or what moved.")
