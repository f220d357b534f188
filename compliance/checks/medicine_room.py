from django.db import models

from compliance.checks.base import LAST, CheckForm, HouseCheck, check
from compliance.checks.limits import MEDICINE_ROOM
from cura.core.records.types import Column


class MedicineRoomTemperature(HouseCheck):
    """The room where medicines are kept stays at or below 25 °C."""

    place = models.CharField("which cupboard?", max_length=60, default="Office")
    celsius = models.DecimalField("°C", max_digits=4, decimal_places=1)

    class Meta(HouseCheck.Meta):
        verbose_name = "medicine room temperature"

    def clean(self) -> None:
        MEDICINE_ROOM.check(self.celsius, self.fault)


class MedicineRoomTemperatureForm(CheckForm):
    class Meta(CheckForm.Meta):
        model = MedicineRoomTemperature
        fields = ("place", "celsius", *LAST)


medicine_room = check(
    MedicineRoomTemperatureForm,
    "medicine-room",
    "MR",
    "Medicine room",
    Column(title="Where", of=lambda row: str(row.place)),
    icon="thermometer-half",
)
