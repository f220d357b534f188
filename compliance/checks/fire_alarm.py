from django.core.exceptions import ValidationError
from django.db import models

from compliance.checks.base import LAST, CheckForm, HouseCheck, check
from cura.core.records.types import Column


class FireAlarmTest(HouseCheck):
    """The weekly test of the fire alarm, from another call point each time."""

    danger = True

    call_point = models.CharField("which call point?", max_length=60)
    heard = models.BooleanField("heard in every room", default=True)

    class Meta(HouseCheck.Meta):
        verbose_name = "fire alarm test"

    def clean(self) -> None:
        if not self.heard and not self.fault:
            raise ValidationError({"fault": "Say where it was not heard."})


class FireAlarmTestForm(CheckForm):
    class Meta(CheckForm.Meta):
        model = FireAlarmTest
        fields = ("call_point", "heard", *LAST)


fire_alarm = check(
    FireAlarmTestForm,
    "fire-alarm-tests",
    "FA",
    "Fire alarm tests",
    Column(title="Where", of=lambda row: str(row.call_point)),
    icon="bell",
)
