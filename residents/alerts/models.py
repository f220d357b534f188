from django.db import models

from cura.core.permissions import Permission as P
from residents.child.ended import StandingRecord


class Alert(StandingRecord):
    """What everybody must know about a child before anything else: at the top of all her pages.

    Few and short. It is changed in one place, has a day on which it is looked at again, and each
    worker says that she has read it.
    """

    read, write = P.CHILD_READ, P.CHILD_WRITE

    class Tone(models.IntegerChoices):
        DANGER = 1, "Danger: act at once"
        CARE = 2, "Take care"
        KNOW = 3, "Good to know"

    class Icon(models.TextChoices):
        ALERT = "exclamation-triangle-fill", "Warning"
        ALLERGY = "egg-fried", "Food, allergy"
        MEDICINE = "capsule", "Medicine"
        HEALTH = "heart-pulse", "Health"
        MISSING = "geo-alt-fill", "Going missing"
        CALLS = "telephone-fill", "Calls, family time"
        PERSON = "person-badge", "A person"
        NIGHT = "moon-stars", "Night"
        FIRE = "fire", "Fire"
        SAFE = "shield-exclamation", "Keeping safe"
        KNOW = "info-circle-fill", "Good to know"
        HEART = "heart-fill", "What helps"

    words = models.CharField(
        "what everybody must know",
        max_length=90,
        help_text="In one breath, with what to do: “Peanut allergy: injector in her bag”.",
    )
    tone = models.PositiveSmallIntegerField("how urgent?", choices=Tone, default=Tone.CARE)
    icon = models.CharField("picture", max_length=30, choices=Icon, default=Icon.ALERT)
    why = models.TextField("why, and what to do", help_text="Who said so, and where it is written.")
    review_on = models.DateField("look at this again on")

    class Meta(StandingRecord.Meta):
        verbose_name = "alert"

    def __str__(self) -> str:
        return self.words
