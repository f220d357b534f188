from django.db import models

from cura.core.permissions import Permission as P
from cura.core.records.base import Record
from residents.child.models import Child


class PhoneCall(Record):
    """Who rang whom about what, what was said and what was agreed."""

    read, write = P.DIARY_READ, P.DIARY_WRITE
    about = ("child", "author")
    keep = "home_file"

    class Direction(models.TextChoices):
        IN = "in", "They rang us"
        OUT = "out", "We rang them"
        MISSED = "missed", "We rang, nobody answered"

    direction = models.CharField(
        "who rang?", max_length=6, choices=Direction.choices, default=Direction.IN
    )
    who = models.CharField(
        "who was it?", max_length=120, help_text="Name and what they are: Beth, her sister."
    )
    number = models.CharField("number", max_length=30, blank=True)
    child = models.ForeignKey(
        Child, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="about which child?",
    )  # fmt: skip
    words = models.TextField("What was said?", blank=True)
    agreed = models.TextField("What was agreed?", blank=True, help_text="Who does what, by when?")

    class Meta(Record.Meta):
        verbose_name = "phone call"
