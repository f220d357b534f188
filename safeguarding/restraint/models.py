"""A hold: restraint of a child (CHR 2015 regs 2, 20 and 35)."""

from decimal import Decimal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from cura.core.accounts.people import User
from cura.core.records.base import RecordRow
from cura.core.ui import body_map
from safeguarding.holds.models import GROUND, HoldType, Position
from safeguarding.measure.models import Measure, Present


class Restraint(Measure):
    """Force used, or freedom to move limited, to prevent harm: never for anything else."""

    class Safe(models.TextChoices):
        YES = "yes", "Yes, everyone is safe now"
        NOT_YET = "not_yet", "Not yet"

    class Reason(models.TextChoices):
        """CHR 2015 reg. 20(1): the only lawful purposes in an open home."""

        CHILD = "child", "The child would have been hurt"
        OTHERS = "others", "Somebody else would have been hurt"
        DAMAGE = "damage", "Something would have been seriously damaged"

    class Medical(models.TextChoices):
        SEEN = "seen", "Seen by a doctor, nurse or paramedic"
        OFFERED = "offered", "Offered, and not wanted"
        WATCHED = "watched", "Looked at by us, nothing found"
        NOT_NEEDED = "not_needed", "Not needed"

    safe = models.CharField("is everyone safe?", max_length=8, choices=Safe.choices, blank=True)
    called = models.CharField(
        "who has been called?", max_length=160, blank=True,
        help_text="On-call manager, 111, 999, mum. Empty if nobody yet.",
    )  # fmt: skip
    called_at = models.DateTimeField(
        "called when", null=True, blank=True, help_text="Now, unless you change it."
    )
    ended_at = models.DateTimeField("when did it end?", null=True, blank=True)
    reason = models.CharField(
        "what would have happened otherwise?", max_length=7, choices=Reason.choices, blank=True
    )
    medical = models.CharField("medical help", max_length=10, choices=Medical.choices, blank=True)
    medical_words = models.TextField("by whom, when, what was found", blank=True)

    class Meta(Measure.Meta):
        verbose_name = "hold"

    def used_by(self) -> set[UUID]:
        return {hold.person_id for hold in self.holds.all()}

    def contents(self) -> list[tuple[str, str]]:
        holds = self.holds.all()
        missing = super().contents()
        asked = (
            (self.safe == self.Safe.YES, "safe", "that everyone is safe"),
            (self.ended_at, "ended_at", "when it ended"),
            (self.reason, "reason", "what would have happened otherwise"),
            (holds, "", "who held, how and how long"),
            (all(hold.minutes for hold in holds), "", "how long each hold was"),
            (all(hold.hold or hold.other for hold in holds), "", "which hold it was"),
            (self.medical, "medical", "whether medical help was needed or offered"),
        )
        missing += [(name, words) for there, name, words in asked if not there]
        if self.medical == self.Medical.NOT_NEEDED and any(hold.is_ground for hold in holds):
            words = "who checked the child after a hold on the ground (a medical check is asked)"
            missing.append(("medical", words))
        return missing

    def clean(self) -> None:
        if self.ended_at and self.happened_at and self.ended_at < self.happened_at:
            raise ValidationError({"ended_at": "It ended before it began."})
        super().clean()


class Hold(RecordRow):
    """Who held, how, how long. Minutes in halves are fine: ninety seconds are 1.5."""

    about = ("restraint__child", "person")
    keep = "child_file"

    restraint = models.ForeignKey(Restraint, models.PROTECT, related_name="holds")
    person = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="who held")
    hold = models.ForeignKey(
        HoldType, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="which hold"
    )
    other = models.CharField(
        "or another hold", max_length=160, blank=True,
        help_text="If it was none that we are taught, say plainly what it was.",
    )  # fmt: skip
    minutes = models.DecimalField(
        "how many minutes", max_digits=4, decimal_places=1, null=True, blank=True,
        validators=[MinValueValidator(Decimal("0.1")), MaxValueValidator(Decimal("240"))],
    )  # fmt: skip
    position = models.CharField(
        "position", max_length=10, choices=Position.choices, blank=True,
        help_text="Only if it was another one than the hold has.",
    )  # fmt: skip

    def __str__(self) -> str:
        return f"Hold by {self.person_id}"

    @property
    def is_ground(self) -> bool:
        taught = bool(self.hold and self.hold.is_ground)
        return self.position in GROUND or (taught and not self.position)

    def clean(self) -> None:
        if self.hold_id and not self.position:
            self.position = self.hold.position


class RestraintPresent(Present):
    about = ("restraint__child", *Present.about)

    restraint = models.ForeignKey(Restraint, models.PROTECT, related_name="present")


class Spot(models.PositiveSmallIntegerField):
    """Where in its place a mark was tapped: drawn, never said."""

    def said(self, value) -> str:
        return ""


class Injury(RecordRow):
    """One mark on somebody's body, by place. Left and right are that person's own."""

    about = ("restraint__child",)
    keep = "child_file"

    class Whose(models.TextChoices):
        CHILD = "child", "The child"
        ADULT = "adult", "One of us"
        OTHER = "other", "Another child"

    class Kind(models.TextChoices):
        RED = "red", "Red mark"
        BRUISE = "bruise", "Bruise"
        GRAZE = "graze", "Graze"
        CUT = "cut", "Cut"
        BITE = "bite", "Bite"
        SWELLING = "swelling", "Swelling"
        CARPET = "carpet", "Carpet burn"
        PAIN = "pain", "Pain, nothing to see"
        OTHER = "other", "Something else"

    restraint = models.ForeignKey(Restraint, models.PROTECT, related_name="injuries")
    place = models.CharField("where", max_length=40, choices=body_map.CHOICES)
    x = Spot(null=True, blank=True)
    y = Spot(null=True, blank=True)
    kind = models.CharField("what it is", max_length=10, choices=Kind.choices)
    whose = models.CharField("whose", max_length=6, choices=Whose.choices, default=Whose.CHILD)
    who = models.CharField("who, if not the child", max_length=80, blank=True)
    size_mm = models.PositiveSmallIntegerField(
        "size in mm", null=True, blank=True, validators=[MaxValueValidator(999)]
    )
    colour = models.CharField("colour", max_length=40, blank=True)
    over_clothing = models.BooleanField("felt or said through clothing, not seen", default=False)
    treatment = models.CharField("what was done for it", max_length=200, blank=True)
    photo = models.BooleanField("the child said yes to a photo", default=False)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.get_place_display()}"

    def clean(self) -> None:
        if self.whose != self.Whose.CHILD and not self.who:
            raise ValidationError({"who": "Say who."})
        place = body_map.PLACES.get(self.place)
        if self.photo and (self.over_clothing or (place and place.covered)):
            raise ValidationError(
                {"photo": "No photo of a part that is covered. The body map and words are enough."}
            )
