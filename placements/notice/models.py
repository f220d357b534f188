from django.core.exceptions import ValidationError
from django.db import models

from cura.core.permissions import Permission as P
from residents.child.ended import StandingRecord


class PlacementNotice(StandingRecord):
    """We gave notice, or said that we cannot keep a child safe here, and asked for another home.

    While it stands and the child still lives here, nobody else comes to live here unless the
    responsible individual says so by name (inspected-home N2, P18 to P20).
    """

    read, write = P.PLACEMENT_READ, P.PLACEMENT_WRITE

    class Kind(models.TextChoices):
        NOTICE = "notice", "Notice on the placement"
        CANNOT = "cannot", "We cannot keep somebody safe"

    kind = models.CharField("what is it?", max_length=6, choices=Kind.choices)
    why = models.TextField("why?", help_text="Who is not safe, from what, and what was tried.")
    told_who = models.CharField(
        "who at the council was told?", max_length=160, help_text="Name, and how they were told."
    )
    told_at = models.DateTimeField("told when?")
    ends_on = models.DateField("by when is another home asked for?")

    class Meta(StandingRecord.Meta):
        verbose_name = "notice on a placement"
        verbose_name_plural = "notices on placements"

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.child.name}"

    def clean(self) -> None:
        if self.told_at and self.ends_on and self.ends_on < self.told_at.date():
            raise ValidationError({"ends_on": "This day is before the council was told."})
