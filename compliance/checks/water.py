from django.db import models

from compliance.checks.base import LAST, CheckForm, HouseCheck, check
from compliance.checks.limits import HOT_WATER
from cura.core.records.types import Column


class WaterTemperature(HouseCheck):
    """Hot water at an outlet: too hot scalds, too cool breeds legionella."""

    danger = True

    outlet = models.CharField("which tap or shower?", max_length=60)
    celsius = models.DecimalField("°C", max_digits=4, decimal_places=1)

    class Meta(HouseCheck.Meta):
        verbose_name = "water temperature"

    def clean(self) -> None:
        HOT_WATER.check(self.celsius, self.fault)


class WaterTemperatureForm(CheckForm):
    class Meta(CheckForm.Meta):
        model = WaterTemperature
        fields = ("outlet", "celsius", *LAST)


water = check(
    WaterTemperatureForm,
    "water-temperatures",
    "WT",
    "Water temperatures",
    Column(title="Where", of=lambda row: str(row.outlet)),
    icon="droplet-half",
)
