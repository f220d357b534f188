"""The handover between two teams: a line for each child, what was counted, two signatures."""

from django.core.exceptions import ValidationError
from django.db import models

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import RecordRow, SignableRecord
from cura.core.records.pairs import at_and_by
from residents.child.models import Child


class Handover(SignableRecord):
    """What one team tells the next. Signed by who gives it; taken, by PIN on the same screen, by
    who is coming on, and only when every red line has been read."""

    read, write = P.DAILY_READ, P.DAILY_WRITE
    about = ("author", "lines__child")
    keep = "home_file"

    class Change(models.TextChoices):
        MAIN = "main", "The main one, team to team"
        TO_NIGHT = "to_night", "To the night"
        FROM_NIGHT = "from_night", "From the night"

    change = models.CharField("which handover?", max_length=10, choices=Change.choices)
    on_shift = models.TextField("who is on?", blank=True)
    driving = models.TextField("who takes whom where?", blank=True)
    house = models.TextField(
        "about the house",
        blank=True,
        help_text="Repairs, shopping, visitors, the mood in the house.",
    )
    read_lines = models.JSONField("must-read lines, read", default=list, blank=True)
    taken_at = models.DateTimeField("taken", null=True, editable=False)
    taken_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="taken by"
    )

    class Meta(SignableRecord.Meta):
        verbose_name = "handover"
        constraints = (*SignableRecord.Meta.constraints, at_and_by("taken"))

    def clean(self) -> None:
        if self.taken_at and self.unread():
            raise ValidationError(
                "Read each line that is marked as a must-read, and tick it.", code="unread"
            )

    def red(self):
        """The lines that must be read before the shift is taken."""
        return self.lines.filter(red=True).select_related("child")

    def unread(self) -> list["HandoverLine"]:
        """Red lines that nobody has ticked yet."""
        return [line for line in self.red() if line.receipt not in (self.read_lines or [])]


class HandoverLine(RecordRow):
    """How one child has been, and what matters next."""

    about = ("child",)
    keep = "child_file"

    handover = models.ForeignKey(Handover, models.PROTECT, related_name="lines")
    child = models.ForeignKey(Child, models.PROTECT, related_name="+", verbose_name="child")
    how = models.TextField("how it has been")
    next = models.TextField("what matters next", blank=True)
    red = models.BooleanField("must be read before the shift is taken", default=False)
    appointments = models.TextField("in the diary", blank=True)

    class Meta(RecordRow.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("handover", "child"), name="residents_handover_child_once"
            ),
        )

    def __str__(self) -> str:
        return f"Handover line about {self.child_id}"

    def clean(self) -> None:
        if self.red and not self.next:
            raise ValidationError({"next": "Say what must be read."})

    @property
    def receipt(self) -> str:
        """What was read, in words: kept with the signature of her who read it."""
        return f"{self.child.name}: {self.next}"


class HandoverCount(RecordRow):
    """Something that passes from hand to hand: how many, and whether that is right."""

    about = ()
    keep = "home_file"

    class What(models.TextChoices):
        KEYS = "keys", "Keys of the house"
        MEDICINE_KEYS = "medicine_keys", "Medicine keys"
        PETTY_CASH = "petty_cash", "Petty cash"
        PHONES = "phones", "Phones"
        LIGATURE_KNIFE = "ligature_knife", "Ligature knife"
        FIRST_AID = "first_aid", "First-aid box"
        OTHER = "other", "Something else"

    class Right(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"

    handover = models.ForeignKey(Handover, models.PROTECT, related_name="counts")
    what = models.CharField("what", max_length=16, choices=What.choices)
    amount = models.CharField("how many, how much", max_length=40, blank=True)
    right = models.CharField("right", max_length=3, choices=Right.choices)
    note = models.CharField("note", max_length=200, blank=True)

    def __str__(self) -> str:
        return self.get_what_display()

    def clean(self) -> None:
        if self.right == self.Right.NO and not self.note:
            raise ValidationError({"note": "Say what is not right, and what you did."})
        if self.what == self.What.OTHER and not self.note:
            raise ValidationError({"note": "Say what it is."})
