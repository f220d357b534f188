from django.db import models

from compliance.checks.base import LAST, CheckForm, HouseCheck, check
from cura.core.records.types import Column


class NightRound(HouseCheck):
    """Doors locked, windows, cooker, candles: the round before the night."""

    place = models.CharField(
        "what was looked at?", max_length=120, default="Doors, windows, cooker, lights"
    )

    class Meta(HouseCheck.Meta):
        verbose_name = "night round of the house"


class NightRoundForm(CheckForm):
    class Meta(CheckForm.Meta):
        model = NightRound
        fields = ("place", *LAST)


security = check(
    NightRoundForm,
    "night-rounds",
    "NR",
    "Night rounds",
    Column(title="Where", of=lambda row: str(row.place)),
    icon="lock",
)
