from django.db import models

from compliance.checks.base import LAST, CheckForm, HouseCheck, check
from cura.core.records.types import Column


class SmokeAlarmCheck(HouseCheck):
    """Smoke and carbon monoxide alarms sound when tested."""

    danger = True

    place = models.CharField("which alarms?", max_length=120)

    class Meta(HouseCheck.Meta):
        verbose_name = "smoke and gas alarm check"


class SmokeAlarmCheckForm(CheckForm):
    class Meta(CheckForm.Meta):
        model = SmokeAlarmCheck
        fields = ("place", *LAST)


alarms = check(
    SmokeAlarmCheckForm,
    "smoke-alarms",
    "SM",
    "Smoke and gas alarms",
    Column(title="Where", of=lambda row: str(row.place)),
    icon="shield-check",
)
