"""The dated register of who may act for the registered person, and in what."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import RecordQuerySet, SignableRecord
from cura.core.records.pairs import at_and_by


class AuthorisedQuerySet(RecordQuerySet):
    def in_force(self, at) -> "AuthorisedQuerySet":
        """The lines that held at this moment, whatever became of them later."""
        open_ended = Q(until=None) | Q(until__gt=at)
        not_ended = Q(ended_at=None) | Q(ended_at__gt=at)
        rows = self.standing().exclude(signed_at=None)
        return rows.filter(open_ended, not_ended, happened_at__lte=at)


class Authorised(SignableRecord):
    """Somebody whom the registered person has authorised, in writing, from when to when.

    CHR 2015 reg. 35(3)(b) and (c): "the registered person, or a person authorised by the
    registered person". `happened_at` is when it begins.
    """

    read, write = P.STAFF_READ, P.RECORD_REVIEW
    about = ("person", "author")
    keep = "staff_file"

    class Task(models.TextChoices):
        REG35 = "reg35", "Talking after a hold or a consequence, and signing (reg. 35)"
        REG40 = "reg40", "Notifying serious events (reg. 40)"

    person = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="who")
    task = models.CharField("for what", max_length=8, choices=Task.choices, default=Task.REG35)
    until = models.DateTimeField(
        "until", null=True, blank=True, help_text="Leave it empty if it holds until it is ended."
    )
    why = models.CharField(
        "why", max_length=200, blank=True,
        help_text="For example: I am away; or: I was part of the hold myself.",
    )  # fmt: skip
    ended_at = models.DateTimeField("ended", null=True, editable=False)
    ended_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="ended by"
    )

    objects = AuthorisedQuerySet.as_manager()

    class Meta(SignableRecord.Meta):
        verbose_name = "authorised person"
        constraints = (
            *SignableRecord.Meta.constraints,
            at_and_by("ended"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("happened_at")),
                name="staffing_authorised_ends_after_start",
            ),
        )

    def clean(self) -> None:
        if self.until and self.happened_at and self.until <= self.happened_at:
            raise ValidationError({"until": "It ends after it begins."})
        if self.signed_by_id and self.signed_by_id == self.person_id:
            raise ValidationError("Nobody authorises herself.", code="not-you")
