from django.core.exceptions import ValidationError
from django.db import models

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import Record
from cura.core.records.pairs import at_and_by
from residents.child.models import Child


class Visitor(Record):
    """A line of the visitors' book: who came, to see whom, and when she left (CHR 2015 Sch. 4)."""

    read, write = P.DIARY_READ, P.DIARY_WRITE
    about = ("child", "staff", "author")
    keep = "home_file"

    class Identity(models.TextChoices):
        SEEN = "seen", "I saw it"
        KNOWN = "known", "We know them"
        NOT = "not", "Not seen"

    name = models.CharField("who is it?", max_length=120)
    come_from = models.CharField(
        "from where?", max_length=120, blank=True, help_text="The council, a firm, family."
    )
    child = models.ForeignKey(
        Child, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="to see which child?",
    )  # fmt: skip
    staff = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="to see which of us?",
    )  # fmt: skip
    about_what = models.CharField("what for?", max_length=160, blank=True)
    identity = models.CharField(
        "card or letter that says who they are", max_length=5, choices=Identity.choices,
        default=Identity.SEEN,
    )  # fmt: skip
    went_at = models.DateTimeField(
        "left the house", null=True, blank=True, help_text="Leave it empty if it is now."
    )
    left_at = models.DateTimeField("left", null=True, editable=False)
    left_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name="left, written by",
    )  # fmt: skip

    class Meta(Record.Meta):
        verbose_name = "visitor"
        constraints = (*Record.Meta.constraints, at_and_by("left"))
        indexes = (
            *Record.Meta.indexes,
            models.Index(
                fields=("home", "happened_at"),
                condition=models.Q(left_at=None, void_at=None),
                name="visitor_here_now",
            ),
        )

    def clean(self) -> None:
        if self.left_at and not self.went_at:
            self.went_at = self.left_at
        if self.went_at and self.happened_at and self.went_at < self.happened_at:
            raise ValidationError({"went_at": "That is before they came."})
        if self.left_at and self.went_at > self.left_at:
            raise ValidationError({"went_at": "This time has not come yet."})

    @property
    def seeing(self) -> str:
        names = [self.child.name if self.child else "", self.staff.first_name if self.staff else ""]
        return " and ".join(name for name in names if name)
