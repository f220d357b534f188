"""What an instrument said about a child: figures and bands, who scored, and whose answers."""

from django.core.exceptions import ValidationError
from django.db import models

from cura.core.permissions import Permission as P
from cura.core.records.base import RecordRow
from residents.child.record import SignedChildRecord
from residents.measures.instruments import OTHER, choices, instrument


class Measure(SignedChildRecord):
    """One filling in of one instrument. `happened_at` is when it was filled in.

    The questions and answers stay with whoever holds the licence: nothing of them is kept here.
    """

    read, write = P.PLAN_READ, P.PLAN_WRITE

    class Informant(models.TextChoices):
        CARER = "carer", "Main carer here"
        PARENT = "parent", "Parent"
        TEACHER = "teacher", "Teacher"
        CHILD = "child", "The child"
        CLINICIAN = "clinician", "A clinician"
        OTHER = "other", "Somebody else"

    instrument = models.CharField("which one?", max_length=12, choices=choices)
    other = models.CharField("its name, if it is another one", max_length=120, blank=True)
    informant = models.CharField("whose answers?", max_length=9, choices=Informant.choices)
    answered_by = models.CharField("name of who answered", max_length=80, blank=True)
    scored_by = models.CharField(
        "who scored it?", max_length=120, help_text="Name and job: whoever may use this one."
    )
    words = models.TextField(
        "what the scorer says about it", blank=True,
        help_text="In a sentence or two. No questions or answers from the form.",
    )  # fmt: skip

    class Meta(SignedChildRecord.Meta):
        verbose_name = "scores"
        verbose_name_plural = "scores"

    def clean(self) -> None:
        if self.instrument == OTHER and not self.other.strip():
            raise ValidationError({"other": "Say which one it is."})

    @property
    def called(self) -> str:
        known = instrument(self.instrument)
        return known.short if known else self.other

    def own_title(self) -> str:
        return f"{self.called}: {self.get_informant_display().lower()}"


class MeasureScore(RecordRow):
    """One scale: its figure, the band that the scorer gave, and the one of the published table."""

    about = ("measure__child",)
    keep = "child_file"

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="scores")
    scale = models.CharField("scale", max_length=60)
    score = models.DecimalField("score", max_digits=6, decimal_places=2)
    band = models.CharField("band, as the scorer gave it", max_length=60, blank=True)
    level = models.CharField("band, by the published table", max_length=60, blank=True)

    class Meta(RecordRow.Meta):
        constraints = (
            models.UniqueConstraint(fields=("measure", "scale"), name="residents_scale_once"),
        )

    def __str__(self) -> str:
        return f"{self.scale} {self.figure}"

    @property
    def figure(self) -> str:
        return f"{self.score.normalize():f}"

    @property
    def said(self) -> str:
        """The scorer's own word stands before the table's."""
        return self.band or self.level

    def clean(self) -> None:
        known = instrument(self.measure.instrument)
        if not known or self.score is None:
            self.level = ""
            return
        scale = known.scale(self.scale)
        if scale and not scale.low <= self.score <= scale.high:
            raise ValidationError(
                {"score": f"{scale.title} goes from {scale.low} to {scale.high}."}
            )
        self.level = known.level(self.measure.informant, self.scale, self.score)
