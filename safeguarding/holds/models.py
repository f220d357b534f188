"""The holds that the home's training provider teaches: data with versions."""

from django.db import models

from cura.core.permissions import Permission as P
from cura.core.records.base import RecordQuerySet, SignableRecord


class Position(models.TextChoices):
    STANDING = "standing", "Standing"
    WALKING = "walking", "Walking along"
    SEATED = "seated", "Sitting"
    KNEELING = "kneeling", "Kneeling"
    FACE_UP = "face_up", "On the ground, face up"
    FACE_DOWN = "face_down", "On the ground, face down"


GROUND = (Position.FACE_UP, Position.FACE_DOWN)


class HoldTypeQuerySet(RecordQuerySet):
    def in_force(self) -> "HoldTypeQuerySet":
        return self.standing().exclude(signed_at=None).order_by("provider", "name")


class HoldType(SignableRecord):
    """One hold as the provider teaches it. A change is a new version: it replaces the old one,
    which the records that name it keep."""

    read, write = P.SAFEGUARDING_READ, P.RECORD_REVIEW
    about = ("author",)
    keep = "home_file"

    name = models.CharField("name of the hold", max_length=80)
    provider = models.CharField("training provider", max_length=120)
    edition = models.CharField("version", max_length=40, help_text="As the provider numbers it.")
    position = models.CharField("position", max_length=10, choices=Position.choices)
    people = models.PositiveSmallIntegerField("how many adults", default=1)
    note = models.TextField("what to mind", blank=True)

    objects = HoldTypeQuerySet.as_manager()

    class Meta(SignableRecord.Meta):
        verbose_name = "hold that we are taught"
        verbose_name_plural = "holds that we are taught"

    def __str__(self) -> str:
        return f"{self.name} ({self.provider} {self.edition})"

    @property
    def is_ground(self) -> bool:
        return self.position in GROUND
