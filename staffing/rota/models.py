from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import Record
from cura.core.records.pairs import span


class Shift(Record):
    """One person's line on the rota: from when to when, as what (CHR 2015 Schedule 4 para. 3).

    `happened_at` is when it begins. It may cross midnight; a sleep-in lies inside it.
    """

    read, write = P.ROTA_READ, P.ROTA_WRITE
    about = ("person", "author")
    keep = "staff_file"

    class Kind(models.TextChoices):
        LEAD = "lead", "Shift lead"
        WORKER = "worker", "Care worker"
        NIGHT = "night", "Waking night"
        DAY = "day", "Manager's day"
        ON_CALL = "on_call", "Manager on call"
        EXTRA = "extra", "Sessional or visiting"

    person = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="who")
    kind = models.CharField("as", max_length=8, choices=Kind.choices, default=Kind.WORKER)
    until = models.DateTimeField("until")
    sleep_from = models.DateTimeField("sleep-in from", null=True, blank=True)
    sleep_until = models.DateTimeField("sleep-in until", null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = "shift"
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(until__gt=F("happened_at")), name="staffing_shift_ends_after_start"
            ),
            span("sleep"),
        )

    def clean(self) -> None:
        if self.until and self.happened_at and self.until <= self.happened_at:
            raise ValidationError({"until": "A shift ends after it begins."})
        if bool(self.sleep_from) != bool(self.sleep_until):
            raise ValidationError({"sleep_until": "Give both ends of the sleep-in, or neither."})
        if self.sleep_from and self.sleep_until <= self.sleep_from:
            raise ValidationError({"sleep_until": "A sleep-in ends after it begins."})

    def awake(self, at: datetime) -> bool:
        """Sleeping is not awake: a ratio must not count it."""
        return not (self.sleep_from and self.sleep_from <= at < self.sleep_until)
