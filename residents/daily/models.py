from django.core.exceptions import ValidationError
from django.db import models

from cura.core.permissions import Permission as P
from residents.child.record import SignedChildRecord


class DailyNote(SignedChildRecord):
    """What a child did, said and felt: a moment, or a whole shift that may cross midnight.

    CHR 2015 reg. 36 and Schedule 3: a record of each child's life at the home, signed and dated.
    """

    read, write = P.DAILY_READ, P.DAILY_WRITE

    class Kind(models.TextChoices):
        MOMENT = "moment", "A moment"
        DAY = "day", "The day"
        EVENING = "evening", "The evening"
        NIGHT = "night", "The night"

    class Sleep(models.TextChoices):
        WELL = "well", "Slept well"
        WOKE = "woke", "Woke in the night"
        LITTLE = "little", "Slept little"

    kind = models.CharField(
        "what is this about?", max_length=8, choices=Kind.choices, default=Kind.MOMENT
    )
    words = models.TextField(
        "What happened?",
        help_text="One thing he did, said, ate, laughed at or found hard. What helped?",
    )
    own_words = models.TextField(
        "in the child's own words", blank=True, help_text="As said, without putting it right."
    )
    good = models.BooleanField("a good thing, or a first", default=False)
    next_shift = models.BooleanField("the next shift should know this", default=False)
    sleep = models.CharField("how was the night?", max_length=6, choices=Sleep.choices, blank=True)
    until = models.DateTimeField("until", null=True, blank=True)

    class Meta(SignedChildRecord.Meta):
        verbose_name = "daily note"

    def clean(self) -> None:
        if self.until and self.happened_at and self.until < self.happened_at:
            raise ValidationError({"until": "It ends before it begins."})
