from django.core.exceptions import ValidationError
from django.db import models

from cura.core.accounts.home import Home
from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import Record
from cura.core.records.pairs import at_and_by
from cura.lib.uuid7 import uuid7
from residents.child.models import Child


class MustRead(Record):
    """Something that each worker has to know, by when, and who has said that she read it."""

    read, write = P.DAILY_READ, P.DAILY_WRITE
    about = ("child", "author")
    keep = "home_file"

    class For(models.TextChoices):
        EVERYONE = "everyone", "Everybody who works here"
        SHIFT = "shift", "Those on the next shift"

    child = models.ForeignKey(
        Child, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="about",
    )  # fmt: skip
    words = models.TextField("What must everybody know?")
    by_when = models.DateTimeField("read by", help_text="Until when must it be read?")
    for_whom = models.CharField(
        "who has to read it?", max_length=8, choices=For.choices, default=For.EVERYONE
    )
    why_ended = models.CharField("why is it over?", max_length=200, blank=True)
    ended_at = models.DateTimeField("ended", null=True, editable=False)
    ended_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="ended by"
    )

    class Meta(Record.Meta):
        verbose_name = "must-read"
        constraints = (*Record.Meta.constraints, at_and_by("ended"))

    def clean(self) -> None:
        if self.child and self.home_id and self.child.home_id != self.home_id:
            if self._state.adding:
                raise ValidationError({"child": "This child does not live here."})


class MustReadSeen(models.Model):
    """One person says that she has read it. Never changed, never taken back."""

    append_only = True
    snapshotted = True
    about = ("by",)
    keep = "home_file"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    must_read = models.ForeignKey(MustRead, models.PROTECT, related_name="seen")
    home = models.ForeignKey(Home, models.PROTECT, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField("read")

    class Meta:
        default_permissions = ()
        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(fields=("must_read", "by"), name="residents_mustread_once"),
        )

    def __str__(self) -> str:
        return "Has read it"
