from django.db import models

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import RecordRow
from cura.core.records.pairs import at_and_by
from residents.aims.models import Aim
from residents.child.record import SignedChildRecord


class PlacementPlan(SignedChildRecord):
    """The planning meeting and what was agreed: why she lives here, what it is for, what will have
    changed. The manager signs it for the home; the child signs it, or her refusal stands in it.

    CHR 2015 reg. 17 and Care Planning Regulations 2010 reg. 9 with Schedule 2 (a looked-after
    child: the council's plan, which we agree and sign); CHR 2015 reg. 18 (a child who is not looked
    after: our own plan). Who decides what stands in `residents.decisions`, by question.
    """

    read, write = P.PLAN_READ, P.PLAN_WRITE

    class Basis(models.TextChoices):
        COUNCIL = "council", "With the council (Reg 17)"
        OWN = "own", "Our own plan (Reg 18)"

    class Answer(models.TextChoices):
        SIGNED = "signed", "Signed it"
        SAID_YES = "yes", "Said yes to it"
        PARTLY = "partly", "Agrees with some of it"
        NO = "no", "Did not want to sign"

    basis = models.CharField(
        "whose plan is it?", max_length=7, choices=Basis, default=Basis.COUNCIL,
        help_text="For a child whom no council looks after, the home makes the plan itself.",
    )  # fmt: skip
    where = models.CharField("where, or how, did you meet?", max_length=120, blank=True)
    why_here = models.TextField("Why does the child live here?")
    purpose = models.TextField("What is it for?", help_text="The focus, in two or three sentences.")
    will_have_changed = models.TextField("What will have changed when it has worked?")
    how_long = models.TextField("How long, and what comes after?", blank=True)
    own_words = models.TextField(
        "What the child says about it", blank=True, help_text="As said, without putting it right."
    )
    health = models.TextField("Health, and who consents to treatment", blank=True)
    education = models.TextField("School and learning", blank=True)
    family_time = models.TextField(
        "Family time", blank=True, help_text="With whom; whose task planning and being there is."
    )  # fmt: skip
    every_day = models.TextField("Every day: food, faith, language, interests", blank=True)
    visits = models.TextField("Who visits, and who can be rung", blank=True)
    answer = models.CharField(
        "what did the child say to it?", max_length=6, choices=Answer, blank=True
    )
    answer_words = models.TextField("in the child's own words", blank=True)
    child_at = models.DateTimeField("the child's answer", null=True, editable=False)
    child_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="asked by"
    )
    council_name = models.CharField("who signed for the council?", max_length=120, blank=True)
    council_on = models.DateField("on which day?", null=True, blank=True)
    council_at = models.DateTimeField("council signed", null=True, editable=False)
    council_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name="written down by",
    )  # fmt: skip

    class Meta(SignedChildRecord.Meta):
        verbose_name = "placement plan"
        constraints = (
            *SignedChildRecord.Meta.constraints,
            at_and_by("child"),
            at_and_by("council"),
        )


class PlanPerson(RecordRow):
    """Who was asked to the planning meeting, and who came."""

    about = ("plan__child",)
    keep = "child_file"

    class Came(models.TextChoices):
        CAME = "came", "Came"
        PHONE = "phone", "By phone or video"
        SORRY = "sorry", "Could not come"
        NOT = "not", "Did not come"

    plan = models.ForeignKey(PlacementPlan, models.PROTECT, related_name="people")
    name = models.CharField("who", max_length=120)
    part = models.CharField("who they are", max_length=120, help_text="Social worker, mum, IRO …")
    came = models.CharField("came?", max_length=5, choices=Came, default=Came.CAME)

    def __str__(self) -> str:
        return self.name


class PlanOutcome(RecordRow):
    """What was agreed that she will reach. It becomes an aim in one step."""

    about = ("plan__child",)
    keep = "child_file"

    plan = models.ForeignKey(PlacementPlan, models.PROTECT, related_name="outcomes")
    area = models.CharField("about", max_length=10, choices=Aim.Area)
    words = models.CharField("what was agreed", max_length=300)
    starting_point = models.CharField("where it begins", max_length=300, blank=True)
    wanted = models.CharField("what it will look like", max_length=300)

    def __str__(self) -> str:
        return self.words
