"""A certificate: who passed which course, and until when it counts."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import Record, RecordQuerySet


class CertificateQuerySet(RecordQuerySet):
    def in_force(self, course: str, at: datetime) -> "CertificateQuerySet":
        still = Q(until=None) | Q(until__gt=at)
        return self.standing().filter(still, course=course, happened_at__lte=at)


class Certificate(Record):
    """A course that somebody passed (CHR 2015 reg. 33(4)(a)). `happened_at` is when."""

    read, write = P.STAFF_PRIVATE, P.STAFF_PRIVATE
    about = ("person", "author")
    keep = "staff_file"

    class Course(models.TextChoices):
        HOLDS = "holds", "Holds, and how to do without them"
        FIRST_AID = "first_aid", "First aid"
        MEDICINES = "medicines", "Medicines"
        SAFEGUARDING = "safeguarding", "Safeguarding"
        FIRE = "fire", "Fire safety"
        OTHER = "other", "Another course"

    person = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="who")
    course = models.CharField("course", max_length=12, choices=Course.choices)
    provider = models.CharField("training provider", max_length=120, blank=True)
    edition = models.CharField(
        "version of the course", max_length=40, blank=True, help_text="As the certificate says it."
    )
    until = models.DateTimeField("counts until", null=True, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = "certificate"

    def clean(self) -> None:
        if self.until and self.happened_at and self.until <= self.happened_at:
            raise ValidationError({"until": "It counts from the day on which it was passed."})
