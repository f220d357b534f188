from django.db import models

from compliance.checks.base import LAST, CheckForm, HouseCheck, check
from cura.core.records.types import Column


class VehicleCheck(HouseCheck):
    """The car before it takes children: tyres, lights, belts, first aid, fuel."""

    danger = True

    place = models.CharField("which car?", max_length=60)
    miles = models.PositiveIntegerField("miles on the clock")

    class Meta(HouseCheck.Meta):
        verbose_name = "vehicle check"


class VehicleCheckForm(CheckForm):
    class Meta(CheckForm.Meta):
        model = VehicleCheck
        fields = ("place", "miles", *LAST)


vehicle = check(
    VehicleCheckForm,
    "vehicle-checks",
    "VC",
    "Vehicle checks",
    Column(title="Where", of=lambda row: str(row.place)),
    icon="car-front",
)
