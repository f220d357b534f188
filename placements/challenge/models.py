"""What we ask of a council or an agency that has not done its part, level by level."""

from django.core.exceptions import ValidationError
from django.db import models

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import SignableRecord
from cura.core.records.pairs import at_and_by
from residents.child.record import SignedChildRecord


class Challenge(SignedChildRecord):
    """One question to one person, as it was sent (CHR 2015 reg. 5(c)); or the asking for a review
    of the child's plan (reg. 14(2)). `happened_at` is when it was sent.

    It is signed by who sends it. Later somebody writes what came back and whether it is enough. A
    next level is a record of its own that follows this one: each letter stands as it was.
    """

    read, write = P.REPORT_READ, P.REPORT_WRITE

    class Kind(models.TextChoices):
        PART = "part", "Something that they owe or should do"
        REVIEW = "review", "A review of the child's plan (regulation 14)"
        UNSAFE = "unsafe", "We cannot keep the child safe here: another home"

    class Ground(models.TextChoices):
        HARM = "harm", "The child is at risk of harm"
        CARE = "care", "The care is not good enough for what the child needs"
        ABSENT = "absent", "The child is away again and again without our yes"
        CHILD = "child", "The child asks for it"

    class Level(models.IntegerChoices):
        WORKER = 1, "1: the worker"
        TEAM = 2, "2: the team manager"
        HEAD = 3, "3: the head of service"
        DIRECTOR = 4, "4: the director, and the IRO formally"

    class How(models.TextChoices):
        MAIL = "mail", "By mail"
        LETTER = "letter", "By letter"
        PHONE = "phone", "By phone"
        MEETING = "meeting", "In a meeting"

    class Enough(models.TextChoices):
        YES = "yes", "Yes, it is settled"
        PARTLY = "partly", "Partly"
        NO = "no", "No"

    kind = models.CharField("what do we ask for?", max_length=8, choices=Kind.choices)
    ground = models.CharField(
        "on which ground?", max_length=8, choices=Ground.choices, blank=True,
        help_text="For a review: one of these four.",
    )  # fmt: skip
    noticed_at = models.DateTimeField("when did we see that it is needed?", null=True, blank=True)
    title = models.CharField(
        "in a few words", max_length=120, help_text="Another home for Ash. The pathway plan."
    )
    level = models.PositiveSmallIntegerField("level", choices=Level.choices, default=Level.WORKER)
    to_name = models.CharField("to whom?", max_length=160, help_text="Name, and what they are.")
    agency = models.CharField("of which council or agency?", max_length=120)
    how = models.CharField("how was it sent?", max_length=8, choices=How.choices)
    words = models.TextField(
        "what we ask for", help_text="What exactly, from whom, and what was promised before."
    )
    why = models.TextField("what the waiting does to the child")
    own_words = models.TextField("what the child says about it, in her or his words", blank=True)
    wanted_by = models.DateField("by when do we need it?", null=True, blank=True)
    follows = models.OneToOneField(
        "self", models.PROTECT, null=True, editable=False, related_name="followed_by",
        verbose_name="follows",
    )  # fmt: skip
    answered_at = models.DateTimeField("answered", null=True, editable=False)
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name="answer written by",
    )  # fmt: skip
    answer = models.TextField("what they answered, and who", blank=True)
    enough = models.CharField(
        "is it what the child needs?", max_length=6, choices=Enough.choices, blank=True
    )

    class Meta(SignedChildRecord.Meta):
        verbose_name = "challenge"
        constraints = (*SignableRecord.Meta.constraints, at_and_by("answered"))

    def __str__(self) -> str:
        return self.title or "Challenge"

    def clean(self) -> None:
        if self.kind == self.Kind.REVIEW and not self.ground:
            raise ValidationError({"ground": "Say why a review is needed."})
        if self.noticed_at and self.happened_at and self.noticed_at > self.happened_at:
            raise ValidationError({"noticed_at": "That is after it was sent."})

    @property
    def settled(self) -> bool:
        return self.enough == self.Enough.YES

    @property
    def is_last(self) -> bool:
        return self.level >= self.Level.DIRECTOR
