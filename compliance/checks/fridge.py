from django.db import models

from compliance.checks.base import LAST, CheckForm, HouseCheck, check
from compliance.checks.limits import FREEZER, FRIDGE
from cura.core.records.types import Column


class FridgeTemperature(HouseCheck):
    """A fridge or freezer, read each day."""

    appliance = models.CharField("which fridge or freezer?", max_length=60)
    freezer = models.BooleanField("it is a freezer", default=False)
    celsius = models.DecimalField("°C", max_digits=4, decimal_places=1)

    class Meta(HouseCheck.Meta):
        verbose_name = "fridge temperature"

    def clean(self) -> None:
        (FREEZER if self.freezer else FRIDGE).check(self.celsius, self.fault)


class FridgeForm(CheckForm):
    class Meta(CheckForm.Meta):
        model = FridgeTemperature
        fields = ("appliance", "freezer", "celsius", *LAST)


fridge = check(
    FridgeForm,
    "fridge-temperatures",
    "FT",
    "Fridge temperatures",
    Column(title="Where", of=lambda row: row.appliance),
    Column(title="°C", of=lambda row: str(row.celsius)),
    icon="thermometer-half",
)
