"""What a child brings, and what she takes along: hers, and written down with her."""

from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import RecordRow
from cura.core.records.pairs import at_and_by
from residents.child.record import SignedChildRecord


class Belongings(SignedChildRecord):
    """Money and things of value on one day (CHR 2015 Schedule 3 para. 7: dates, amounts and
    descriptions), with the names of two adults."""

    read, write = P.DAILY_READ, P.DAILY_WRITE

    class Occasion(models.TextChoices):
        CAME = "came", "Came to live here"
        LOOKED = "looked", "Looked through together"
        LEFT = "left", "Leaves"

    occasion = models.CharField(
        "on which occasion?", max_length=6, choices=Occasion.choices, default=Occasion.CAME
    )
    money = models.DecimalField(
        "money, in pounds", max_digits=8, decimal_places=2, default=Decimal(0),
        validators=[MinValueValidator(Decimal(0))],
    )  # fmt: skip
    money_kept = models.CharField("where is the money kept?", max_length=120, blank=True)
    child_says = models.TextField(
        "what the child says about it", blank=True,
        help_text="Is that all? What must nobody touch, wash or throw away?",
    )  # fmt: skip
    checked_at = models.DateTimeField("looked at by a second adult", null=True, editable=False)
    checked_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name="second name",
    )  # fmt: skip

    class Meta(SignedChildRecord.Meta):
        verbose_name = "list of belongings"
        verbose_name_plural = "lists of belongings"
        constraints = (*SignedChildRecord.Meta.constraints, at_and_by("checked"))


class Belonging(RecordRow):
    """One thing, or several of a kind."""

    about = ("belongings__child",)
    keep = "child_file"

    belongings = models.ForeignKey(Belongings, models.PROTECT, related_name="things")
    what = models.CharField("what is it?", max_length=160)
    count = models.PositiveSmallIntegerField(
        "how many?", default=1, validators=[MinValueValidator(1)]
    )
    worth = models.DecimalField(
        "worth in pounds, if it matters", max_digits=8, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )  # fmt: skip
    kept = models.CharField("where is it kept?", max_length=120, blank=True)
