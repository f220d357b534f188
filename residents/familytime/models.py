"""Whom a child sees, rings and writes to: how often, in which way, and whose task it is."""

from django.core.exceptions import ValidationError
from django.db import models

from cura.core.permissions import Permission as P
from residents.child.ended import StandingRecord
from residents.people.models import ImportantPerson


class FamilyTime(StandingRecord):
    """What is agreed about one person (CHR 2015 reg. 22; Children Act 1989 s. 34).

    The council supervises, plans and brings together (`seeds`: practice guidance). Where it leaves
    that to the home, who asked us stands here, so that it can be handed back or challenged.
    """

    read, write = P.CHILD_READ, P.CHILD_WRITE

    class Way(models.TextChoices):
        VISIT = "visit", "Seeing each other"
        VIDEO = "video", "Video calls"
        PHONE = "phone", "Phone calls"
        LETTERS = "letters", "Letters and messages"
        NIGHTS = "nights", "Staying over night"

    class Freedom(models.TextChoices):
        FREE = "free", "As they both like"
        SUPPORTED = "supported", "With somebody who helps"
        SUPERVISED = "supervised", "With somebody who watches"
        NONE = "none", "Not at all"

    class Task(models.TextChoices):
        COUNCIL = "council", "The council"
        CENTRE = "centre", "A contact centre or service"
        FAMILY = "family", "The family and the child themselves"
        HOME = "home", "Us, the home"

    class Decider(models.TextChoices):
        COURT = "court", "A court"
        COUNCIL = "council", "The council"
        PARENT = "parent", "Mum or dad"
        CHILD = "child", "The child"
        US = "us", "Us, for now (regulation 22)"

    person = models.ForeignKey(
        ImportantPerson, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="with whom?",
    )  # fmt: skip
    whom = models.CharField("or somebody who is not in the list", max_length=120, blank=True)
    way = models.CharField("in which way?", max_length=8, choices=Way.choices)
    how_often = models.CharField(
        "how often, when, for how long?", max_length=200,
        help_text="Every other Saturday, 11 to 2. Any evening after tea.",
    )  # fmt: skip
    own_words = models.TextField("what the child wishes, in her or his words", blank=True)
    freedom = models.CharField("how free is it?", max_length=10, choices=Freedom.choices)
    planned_by = models.CharField("who plans it?", max_length=8, choices=Task.choices)
    watched_by = models.CharField(
        "who helps or watches?", max_length=8, choices=Task.choices, blank=True
    )
    asked_by = models.CharField(
        "if it is us: who asked us?", max_length=120, blank=True,
        help_text="It is the council's task. Say who left it to us.",
    )  # fmt: skip
    asked_on = models.DateField("and when?", null=True, blank=True)
    limits = models.TextField(
        "what is not allowed", blank=True, help_text="No photos; not alone in a car; not her phone."
    )
    decided_by = models.CharField(
        "who decided that?", max_length=8, choices=Decider.choices, blank=True
    )
    paper = models.CharField(
        "on which paper does it stand?", max_length=200, blank=True,
        help_text="Placement plan, page 3; the order of the court.",
    )  # fmt: skip
    look_again = models.DateField("to be looked at again on", null=True, blank=True)

    class Meta(StandingRecord.Meta):
        verbose_name = "agreement about family time"
        verbose_name_plural = "agreements about family time"

    def __str__(self) -> str:
        return f"{self.get_way_display()} with {self.name}"

    @property
    def name(self) -> str:
        return self.person.name if self.person_id else self.whom

    @property
    def role(self) -> str:
        return self.person.role if self.person_id else ""

    @property
    def left_to_us(self) -> bool:
        return self.Task.HOME in (self.planned_by, self.watched_by)

    def clean(self) -> None:
        wrong = {}
        if not self.person_id and not self.whom.strip():
            wrong["person"] = "Say with whom."
        watched = self.freedom in (self.Freedom.SUPPORTED, self.Freedom.SUPERVISED)
        if watched and not self.watched_by:
            wrong["watched_by"] = "Say who is there with them."
        if self.left_to_us and not (self.asked_by.strip() and self.asked_on):
            wrong["asked_by"] = "Planning and watching is the council's task. Who asked us, when?"
        limited = self.limits.strip() or self.freedom == self.Freedom.NONE
        if limited and not self.decided_by:
            wrong["decided_by"] = "A limit needs somebody who decided on it."
        if limited and not self.paper.strip() and self.decided_by == self.Decider.COURT:
            wrong["paper"] = "Which order of the court?"
        if wrong:
            raise ValidationError(wrong)
