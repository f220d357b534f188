from django.core.exceptions import ValidationError
from django.db import models

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.pairs import at_and_by
from residents.child.record import ChildRecord


class Outing(ChildRecord):
    """A child is out of the house: since when, where, with whom, and when she came back.

    `happened_at` is when she went; `came_back_at` when she was home, which may be written later.
    """

    read, write = P.DAILY_READ, P.DAILY_WRITE

    class Sleeps(models.TextChoices):
        """Each night of each child is at a place of a known kind."""

        FAMILY = "family", "With family"
        FRIEND = "friend", "At a friend's"
        HOSPITAL = "hospital", "In hospital"
        TRIP = "trip", "On a school trip"
        HOLIDAY = "holiday", "On holiday with us"
        MISSING = "missing", "We do not know where"
        OTHER = "other", "At another place"

    where = models.CharField("where?", max_length=160)
    company = models.CharField(
        "with whom?", max_length=160, blank=True, help_text="On her own, with a friend, with Mum."
    )
    with_staff = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="which of us?"
    )
    expected_back = models.DateTimeField("expected back", null=True, blank=True)
    sleeps = models.CharField(
        "does the child sleep there?", max_length=8, choices=Sleeps.choices, blank=True
    )
    sleeps_at = models.CharField(
        "at which address, and whose?", max_length=200, blank=True,
        help_text="The place, and who looks after the child there.",
    )  # fmt: skip
    came_back_at = models.DateTimeField(
        "came back", null=True, blank=True, help_text="Leave it empty if it is now."
    )
    back_note = models.CharField("how was it?", max_length=300, blank=True)
    back_at = models.DateTimeField("back", null=True, editable=False)
    back_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name="back, written by",
    )  # fmt: skip

    class Meta(ChildRecord.Meta):
        verbose_name = "outing"
        constraints = (*ChildRecord.Meta.constraints, at_and_by("back"))
        indexes = (
            *ChildRecord.Meta.indexes,
            models.Index(
                fields=("home", "happened_at"),
                condition=models.Q(back_at=None, void_at=None),
                name="outing_out_now",
            ),
        )

    def clean(self) -> None:
        if self.sleeps == self.Sleeps.OTHER and not self.sleeps_at.strip():
            raise ValidationError({"sleeps_at": "Say where, and whose place it is."})
        if self.back_at and not self.came_back_at:
            self.came_back_at = self.back_at
        if self.came_back_at and self.happened_at and self.came_back_at < self.happened_at:
            raise ValidationError({"came_back_at": "That is before going out."})
        if self.back_at and self.came_back_at > self.back_at:
            raise ValidationError({"came_back_at": "This time has not come yet."})

    @property
    def with_whom(self) -> str:
        staff = f"with {self.with_staff.first_name}" if self.with_staff else ""
        return ", ".join(words for words in (staff, self.company) if words)
