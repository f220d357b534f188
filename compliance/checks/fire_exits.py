from django.db import models

from compliance.checks.base import LAST, CheckForm, HouseCheck, check
from cura.core.records.types import Column


class FireExitCheck(HouseCheck):
    """Fire doors close, exits are clear, extinguishers are in place."""

    danger = True

    place = models.CharField("which doors and exits?", max_length=120)

    class Meta(HouseCheck.Meta):
        verbose_name = "fire exit check"


class FireExitCheckForm(CheckForm):
    class Meta(CheckForm.Meta):
        model = FireExitCheck
        fields = ("place", *LAST)


fire_exits = check(
    FireExitCheckForm,
    "fire-exits",
    "FX",
    "Fire doors and exits",
    Column(title="Where", of=lambda row: str(row.place)),
    icon="door-open",
)
