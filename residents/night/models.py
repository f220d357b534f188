"""Checks at night: only those that a child's own plan asks for, with a reason and an end."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from cura.core.accounts.home import Home
from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.pairs import at_and_by
from cura.lib.uuid7 import uuid7
from residents.child.models import Child
from residents.child.record import SignedChildRecord

MOST_NIGHTS = 28
USUAL_NIGHTS = 3
LEAST_MINUTES, MOST_MINUTES = 5, 360


class NightCheckPlan(SignedChildRecord):
    """What is looked at in one child's night, why, how often, until when, agreed with her.

    Looking in on a sleeping child limits her privacy (CHR 2015 reg. 21), so it is never a rule of
    the house: each plan has an end, at most 28 nights on, and going on needs a new one.
    """

    read, write = P.PLAN_READ, P.PLAN_WRITE

    class Agreed(models.TextChoices):
        YES = "yes", "Yes"
        PARTLY = "partly", "Partly"
        NO = "no", "No"

    looks_at = models.TextField(
        "What is looked at?",
        help_text="A look from the door: is he in bed, is he breathing easily?",
    )
    why = models.TextField("Why is it needed?", help_text="The reason, for this child and now.")
    every_minutes = models.PositiveSmallIntegerField(
        "every how many minutes?",
        default=60,
        validators=[MinValueValidator(LEAST_MINUTES), MaxValueValidator(MOST_MINUTES)],
    )
    from_time = models.TimeField("from")
    to_time = models.TimeField("until")
    first_night = models.DateField("first night", help_text="The evening on which it begins.")
    last_night = models.DateField(
        "last night", help_text="Three nights as a rule, 28 at the most. Then it ends by itself."
    )
    agreed = models.CharField("is it agreed with the child?", max_length=6, choices=Agreed.choices)
    own_words = models.TextField("what the child says about it, in the child's own words")
    review_on = models.DateField("looked at again on", help_text="By the last night.")
    why_ended = models.TextField("Why does it end, and what did the child say?", blank=True)
    ended_at = models.DateTimeField("ended", null=True, editable=False)
    ended_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="ended by"
    )

    class Meta(SignedChildRecord.Meta):
        verbose_name = "plan for checks at night"
        verbose_name_plural = "plans for checks at night"
        constraints = (*SignedChildRecord.Meta.constraints, at_and_by("ended"))

    def clean(self) -> None:
        wrong = {}
        if self.first_night and self.last_night:
            if self.last_night < self.first_night:
                wrong["last_night"] = "It ends before it begins."
            elif self.last_night - self.first_night >= timedelta(days=MOST_NIGHTS):
                wrong["last_night"] = (
                    "At most 28 nights. If it is still needed then, agree it anew."
                )
            if self.review_on and self.review_on > self.last_night:
                wrong["review_on"] = "Look at it again by the last night."
        if self.from_time and self.from_time == self.to_time:
            wrong["to_time"] = "From and until are the same time."
        if wrong:
            raise ValidationError(wrong)


class NightCheck(models.Model):
    """One look at one child: when it was due, when it was done, what was seen. Never changed.

    `at` is when she was seen, `written_at` when that was written. A wrong tap is put right by a
    second line that names the first.
    """

    append_only = True
    snapshotted = True
    about = ("child", "by")
    keep = "child_file"

    class Seen(models.TextChoices):
        ASLEEP = "asleep", "Asleep"
        AWAKE = "awake", "Awake"
        OTHER = "other", "Something else"
        NOBODY = "nobody", "Nobody looked"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    plan = models.ForeignKey(NightCheckPlan, models.PROTECT, related_name="checks")
    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    home = models.ForeignKey(Home, models.PROTECT, related_name="+")
    due_at = models.DateTimeField("due")
    at = models.DateTimeField("seen at")
    written_at = models.DateTimeField("written")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    seen = models.CharField("what was seen?", max_length=6, choices=Seen.choices)
    note = models.CharField("note", max_length=300, blank=True)
    puts_right = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="put_right_by"
    )

    class Meta:
        default_permissions = ()
        ordering = ("due_at", "written_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("plan", "due_at"),
                condition=models.Q(puts_right=None),
                name="residents_nightcheck_once",
            ),
        )

    def __str__(self) -> str:
        return f"Check at night: {self.get_seen_display().lower()}"
