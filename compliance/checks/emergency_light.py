from django.db import models

from compliance.checks.base import LAST, CheckForm, HouseCheck, check
from cura.core.records.types import Column


class EmergencyLightCheck(HouseCheck):
    """Emergency lights come on when the power goes (monthly), and last (yearly)."""

    danger = True

    lamp = models.CharField("which lamps?", max_length=120)
    minutes = models.PositiveSmallIntegerField("minutes that they stayed on", default=1)

    class Meta(HouseCheck.Meta):
        verbose_name = "emergency light check"


class EmergencyLightCheckForm(CheckForm):
    class Meta(CheckForm.Meta):
        model = EmergencyLightCheck
        fields = ("lamp", "minutes", *LAST)


emergency_light = check(
    EmergencyLightCheckForm,
    "emergency-lights",
    "EL",
    "Emergency lights",
    Column(title="Where", of=lambda row: str(row.lamp)),
    icon="lightbulb",
)
