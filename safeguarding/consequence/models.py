"""What follows when something went wrong: putting it right, and nothing that reg. 19 bars."""

from decimal import Decimal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from cura.core.accounts.home import HomeSettings
from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import RecordPart
from residents.child.models import Child
from safeguarding.measure.models import Measure, Present

MOST_WEEKS = 26


class Consequence(Measure):
    """Repair, a restorative talk, paying back in parts, or something else that was agreed. There
    is no other kind: what CHR 2015 reg. 19(2) prohibits cannot be chosen."""

    screened = ("agreed", "came_after")

    class Kind(models.TextChoices):
        REPAIR = "repair", "Putting it right together"
        TALK = "talk", "A talk between those it was about"
        REPARATION = "reparation", "Paying back a part"
        OTHER = "other", "Something else that we agreed"

    kind = models.CharField("what follows?", max_length=10, choices=Kind.choices, blank=True)
    agreed = models.TextField(
        "what was agreed?", blank=True,
        help_text="Something that puts it right, fits what happened, and can be done this week.",
    )  # fmt: skip
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="who agreed it with the child?",
    )  # fmt: skip
    child_said = models.TextField("what the child said, in her or his words", blank=True)
    amount = models.DecimalField(
        "how much in all, in pounds?", max_digits=6, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(Decimal("0.01"))],
    )  # fmt: skip
    weeks = models.PositiveSmallIntegerField(
        "over how many weeks?", null=True, blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_WEEKS)],
    )  # fmt: skip
    pocket_money = models.DecimalField(
        "pocket money a week, in pounds", max_digits=5, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(Decimal("0.01"))],
    )  # fmt: skip

    class Meta(Measure.Meta):
        verbose_name = "consequence"

    def used_by(self) -> set[UUID]:
        return {self.decided_by_id or self.author_id}

    def contents(self) -> list[tuple[str, str]]:
        missing = super().contents()
        asked = [
            (self.kind, "kind", "what follows"),
            (self.agreed, "agreed", "what was agreed"),
        ]
        if self.kind == self.Kind.TALK:
            asked.append((self.child_said, "child_said", "what the child said"))
        return missing + [(name, words) for there, name, words in asked if not there]

    def clean(self) -> None:
        super().clean()
        if self.kind == self.Kind.REPARATION and not self.signed_at:
            self._affordable()

    @property
    def instalment(self) -> Decimal | None:
        """What goes each week."""
        if not (self.amount and self.weeks):
            return None
        return (self.amount / self.weeks).quantize(Decimal("0.01"))

    def _affordable(self) -> None:
        """Reasonable, by instalments (reg. 19(2)(g)); how much is the home's own policy."""
        for name in ("amount", "weeks", "pocket_money"):
            if not getattr(self, name):
                raise ValidationError({name: "Paying back needs this."})
        settings = HomeSettings.objects.filter(home=self.home_id).first() or HomeSettings()
        most = self.pocket_money * settings.reparation_percent / 100
        if self.amount / self.weeks > most:
            raise ValidationError(
                {
                    "weeks": f"That would be £{self.instalment} a week. At most £{most:.2f} of "
                    f"£{self.pocket_money:.2f} may go: take more weeks, or ask for less."
                }
            )


class OtherChild(RecordPart):
    """The other child in a restorative talk, and her words: for people of the home. Whoever from
    outside reads this child's file reads of no other child."""

    read, write = P.HOME_READ, P.SAFEGUARDING_WRITE
    about = ("record__child", "child", "author")
    keep = "child_file"

    record = models.OneToOneField(Consequence, models.PROTECT, related_name="other")
    child = models.ForeignKey(
        Child, models.PROTECT, related_name="+", verbose_name="with which other child?"
    )
    said = models.TextField("what the other child said, in her or his words")

    class Meta(RecordPart.Meta):
        verbose_name = "the other child"


class ConsequencePresent(Present):
    about = ("consequence__child", *Present.about)

    consequence = models.ForeignKey(Consequence, models.PROTECT, related_name="present")
