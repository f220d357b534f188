"""Moving on: planned from the first day, told in three voices at the end, and not over with it."""

from django.core.exceptions import ValidationError
from django.db import models

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import RecordRow
from cura.core.records.pairs import at_and_by
from residents.child.ended import StandingRecord
from residents.child.record import ChildRecord, SignedChildRecord


class Place(models.TextChoices):
    """What kind of place somebody moves to (CHR 2015 Schedule 3 para. 6)."""

    FAMILY = "family", "With family"
    FOSTER = "foster", "A foster family"
    ADOPTION = "adoption", "Adoption or special guardianship"
    HOME = "home", "Another children's home"
    SUPPORTED = "supported", "Supported accommodation"
    OWN = "own", "A place of one's own"
    HOSPITAL = "hospital", "A hospital"
    SECURE = "secure", "A secure place"
    UNKNOWN = "unknown", "Not known yet"
    OTHER = "other", "Somewhere else"


class MovingOn(StandingRecord):
    """Where a child goes next, when, and what is done so that she is ready: from day one (CHR 2015
    reg. 14(2)(c)). It stays open and is looked at again at each review."""

    read, write = P.PLAN_READ, P.PLAN_WRITE

    place = models.CharField("where to?", max_length=10, choices=Place.choices)
    words = models.TextField(
        "what is planned?", help_text="With whom, by which steps: tea, a day, a night, a week."
    )
    own_words = models.TextField("what the child wishes, in her or his words")
    planned_for = models.DateField("when?", null=True, blank=True)
    decided_by = models.CharField("who decides, and when?", max_length=200, blank=True)
    ready = models.TextField(
        "what is there already, and what is still to learn?", blank=True,
        help_text="Cooking, money, bus, washing, whom to ring.",
    )  # fmt: skip
    look_again = models.DateField("to be looked at again on", null=True, blank=True)

    class Meta(StandingRecord.Meta):
        verbose_name = "plan for moving on"
        verbose_name_plural = "plans for moving on"

    def __str__(self) -> str:
        return f"Moving on: {self.get_place_display().lower()}"


class MovingStep(RecordRow):
    """One step towards it: a tea with the Hallams, a bank account, a look at the flat."""

    about = ("plan__child",)
    keep = "child_file"

    plan = models.ForeignKey(MovingOn, models.PROTECT, related_name="steps")
    what = models.CharField("what", max_length=200)
    who = models.CharField("who", max_length=80, blank=True)
    by_when = models.DateField("by when", null=True, blank=True)
    done_on = models.DateField("done on", null=True, blank=True)
    how = models.CharField("how it went", max_length=300, blank=True)

    class Meta(RecordRow.Meta):
        ordering = ("by_when", "id")


class Leaving(SignedChildRecord):
    """How a child's time here ended. `happened_at` is when it was decided or began.

    Why is told three times, for the three may differ: by the child, by the council, by the home.
    """

    read, write = P.PLAN_READ, P.PLAN_WRITE

    class Kind(models.TextChoices):
        PLANNED = "planned", "As planned"
        NOTICE = "notice", "The home gave notice"
        COUNCIL = "council", "The council ended it"
        CHILD = "child", "The child did not want to stay"
        SUDDEN = "sudden", "From one day to the next"

    kind = models.CharField("how did it end?", max_length=8, choices=Kind.choices)
    notice_by = models.CharField(
        "if there was notice: by whom, to whom, when?", max_length=200, blank=True
    )
    reason_child = models.TextField("why, in the child's own words")
    reason_council = models.TextField("why, as the council says it")
    reason_home = models.TextField("why, as we see it")
    place = models.CharField("where to?", max_length=10, choices=Place.choices)
    address = models.TextField("the new address, and whose it is", blank=True)
    belongings = models.TextField(
        "what went along, and in what?", help_text="Her own suitcase, never a bin bag."
    )
    life_story = models.TextField(
        "life story: what was given?", help_text="The book, photos, letters, a copy with us."
    )
    goodbye = models.TextField("how was goodbye said?")
    lesson = models.TextField("what do we learn from it?", blank=True)

    class Meta(SignedChildRecord.Meta):
        verbose_name = "leaving"

    def clean(self) -> None:
        if self.kind == self.Kind.NOTICE and not self.notice_by.strip():
            raise ValidationError({"notice_by": "Say who gave notice, to whom, when."})


class AfterContact(ChildRecord):
    """One call, visit or letter after she has left. `happened_at` is when it is planned for."""

    read, write = P.PLAN_READ, P.PLAN_WRITE

    class Went(models.TextChoices):
        GOOD = "good", "We talked"
        MISSED = "missed", "Nobody was reached"
        STOP = "stop", "No more calls, please"

    who = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="who of us?"
    )
    why = models.CharField("which one is it?", max_length=80, blank=True)
    went = models.CharField("how did it go?", max_length=6, choices=Went.choices, blank=True)
    words = models.TextField("what was said, and what was asked for", blank=True)
    own_words = models.TextField("in her or his own words", blank=True)
    held_at = models.DateTimeField("written", null=True, editable=False)
    held_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="by"
    )

    class Meta(ChildRecord.Meta):
        verbose_name = "contact after leaving"
        verbose_name_plural = "contacts after leaving"
        constraints = (*ChildRecord.Meta.constraints, at_and_by("held"))

    def __str__(self) -> str:
        return self.why or "Contact after leaving"
