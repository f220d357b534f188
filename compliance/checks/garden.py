from django.db import models

from compliance.checks.base import LAST, CheckForm, HouseCheck, check
from cura.core.records.types import Column


class GardenCheck(HouseCheck):
    """Garden, trampoline, gate and shed."""

    place = models.CharField("what was looked at?", max_length=120)

    class Meta(HouseCheck.Meta):
        verbose_name = "garden check"


class GardenCheckForm(CheckForm):
    class Meta(CheckForm.Meta):
        model = GardenCheck
        fields = ("place", *LAST)


garden = check(
    GardenCheckForm,
    "garden-checks",
    "GC",
    "Garden and play",
    Column(title="Where", of=lambda row: str(row.place)),
    icon="bicycle",
)
