"""The first 24 hours of a child in the home: who looks after them, what was done, the report."""

from django.core.exceptions import ValidationError
from django.db import models

from cura.core.accounts.home import Home
from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.lib.uuid7 import uuid7
from residents.child.models import Child
from residents.child.record import SignedChildRecord

SECTIONS = (
    "coming", "seen", "likes", "hard", "night", "family", "rights", "others", "own_words",
    "next_days",
)  # fmt: skip


class FirstDay(SignedChildRecord):
    """A child's first day, and the report about it, which is signed by hour 24.

    The list of steps hangs beside it in rows that are only added to, so that two people on it at
    once lose nothing. The report is drafted from those rows (CHR 2015 reg. 14, 36).
    """

    read, write = P.DAILY_READ, P.DAILY_WRITE

    coming = models.TextField("Coming here, and how we met", blank=True)
    seen = models.TextField(
        "What we saw", blank=True, help_text="Mood, body, play, company. What you saw, not a label."
    )
    likes = models.TextField("What was liked, and what helped", blank=True)
    hard = models.TextField(
        "What was hard, and what may set it off", blank=True,
        help_text="A noise, a word, a door, a smell. What came before, what helped.",
    )  # fmt: skip
    night = models.TextField("The night", blank=True)
    family = models.TextField("Family and people who matter", blank=True)
    rights = models.TextField("Guide, complaints, advocate: what was understood", blank=True)
    others = models.TextField(
        "With the other children", blank=True,
        help_text="How they met. What the others said in their own meeting stays there.",
    )  # fmt: skip
    own_words = models.TextField(
        "What was chosen, in the child's own words", blank=True, help_text="As said."
    )
    next_days = models.TextField("What the next days need", blank=True)

    class Meta(SignedChildRecord.Meta):
        verbose_name = "first day"

    def clean(self) -> None:
        if self.signed_at and not self.is_written():
            raise ValidationError("There is nothing in this report yet.")

    def is_written(self) -> bool:
        return any(getattr(self, name).strip() for name in SECTIONS)

    def own_title(self) -> str:
        return f"The first day of {self.child.name}"


class Beside(models.Model):
    """What is added to a first day, one row at a time, and never changed."""

    append_only = True
    snapshotted = True

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    home = models.ForeignKey(Home, models.PROTECT, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    written_at = models.DateTimeField("written")

    class Meta:
        abstract = True
        default_permissions = ()
        ordering = ("written_at", "id")


class FirstDayKeeper(Beside):
    """Whose first day it is: the arrival person, then whoever took it over. Both names stay."""

    about = ("child", "person", "by")
    keep = "child_file"

    first_day = models.ForeignKey(FirstDay, models.PROTECT, related_name="keepers")
    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    person = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta(Beside.Meta):
        pass

    def __str__(self) -> str:
        return "Has the first day now"


class FirstDayLine(Beside):
    """One step: done, not now and why, or a tap taken back. The latest line of a step stands."""

    about = ("child", "by")
    keep = "child_file"

    class State(models.TextChoices):
        DONE = "done", "Done"
        NOT_NOW = "not_now", "Not now"
        NOT_YET = "not_yet", "Taken back"

    class How(models.TextChoices):
        TALKED = "talked", "Talked it through"
        READ = "read", "Read it together"
        DRAWN = "drawn", "Drew it, or pictures"
        PAPER = "paper", "Left it on paper"
        INTERPRETER = "interpreter", "In another language"

    class Understood(models.TextChoices):
        YES = "yes", "Yes"
        PARTLY = "partly", "Partly"
        NO = "no", "No, or not tonight"

    first_day = models.ForeignKey(FirstDay, models.PROTECT, related_name="lines")
    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    step = models.CharField("step", max_length=20)  # a key of `hours.STEPS`
    state = models.CharField("state", max_length=7, choices=State.choices)
    words = models.TextField("words", blank=True, max_length=2000)
    how = models.CharField("how?", max_length=11, choices=How.choices, blank=True)
    understood = models.CharField("understood?", max_length=6, choices=Understood, blank=True)
    at = models.DateTimeField("when")

    class Meta(Beside.Meta):
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(state="not_now", words=""),
                name="placements_firstdayline_why",
            ),
        )

    def __str__(self) -> str:
        return f"First day: {self.get_state_display().lower()}"


class HouseHeard(Beside):
    """The other children before or after somebody comes: what they felt, feared and want to do.

    It is about them, and stands in no file of the new child: neither report nor print shows it.
    """

    about = ("by",)
    keep = "home_file"

    class When(models.TextChoices):
        BEFORE = "before", "Before the child came"
        AFTER = "after", "After"

    first_day = models.ForeignKey(FirstDay, models.PROTECT, related_name="heard")
    when = models.CharField("when was it?", max_length=6, choices=When.choices)
    who = models.CharField("who was there?", max_length=200, help_text="First names.")
    told = models.CharField(
        "what were they told?", max_length=300, blank=True,
        help_text="An age and one good thing: “a boy, twelve, with a hamster”. No story.",
    )  # fmt: skip
    feelings = models.TextField("how is it for them?", blank=True, help_text="As they said it.")
    worries = models.TextField("what worries them?", blank=True)
    plans = models.TextField(
        "how do they want to welcome?", blank=True,
        help_text="Small and without pressure: a board game, a door sign, a walk.",
    )  # fmt: skip

    def clean(self) -> None:
        if not any(words.strip() for words in (self.feelings, self.worries, self.plans)):
            raise ValidationError("Write what they felt, what worries them, or what they plan.")

    class Meta(Beside.Meta):
        pass

    def __str__(self) -> str:
        return f"The other children, {self.get_when_display().lower()}"


class NamedInPack(Beside):
    """Whether one who lives here wants her first name in the welcome pack. The latest stands."""

    about = ("child", "by")
    keep = "home_file"

    first_day = models.ForeignKey(FirstDay, models.PROTECT, related_name="named")
    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    agrees = models.BooleanField("her first name may stand there")

    class Meta(Beside.Meta):
        pass

    def __str__(self) -> str:
        return "In the welcome pack" if self.agrees else "Not in the welcome pack"
