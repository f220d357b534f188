"""The two parts of a child's time here: the assessment, and the care that follows."""

from django.core.exceptions import ValidationError
from django.db import models

from cura.core.permissions import Permission as P
from residents.child.record import SignedChildRecord


class Phase(SignedChildRecord):
    """From when a child is in which phase, and who agreed it. `happened_at` is since when.

    It is a word between the home and the council that pays: no child, parent or care worker reads
    it, so only those who review records do.
    """

    read, write = P.RECORD_REVIEW, P.RECORD_REVIEW

    class Number(models.IntegerChoices):
        ONE = 1, "Phase 1: assessment"
        TWO = 2, "Phase 2: long-term care"

    number = models.PositiveSmallIntegerField("which phase?", choices=Number.choices)
    agreed_by = models.CharField(
        "who agreed it?", max_length=200, help_text="The panel of the council, a letter, a call."
    )
    agreed_on = models.DateField("and when?", null=True, blank=True)
    why = models.TextField(
        "why now, and what it rests on", help_text="The recommendation of the assessment."
    )

    class Meta(SignedChildRecord.Meta):
        verbose_name = "phase"

    def __str__(self) -> str:
        return self.get_number_display()

    def clean(self) -> None:
        if self.child_id and self.happened_at and self.happened_at < self.child.arrived_at:
            raise ValidationError({"happened_at": f"{self.child.name} had not come yet."})
