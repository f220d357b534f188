from django.db import models

from compliance.checks.base import LAST, CheckForm, HouseCheck, check
from cura.core.records.types import Column


class WindowCheck(HouseCheck):
    """Window restrictors hold and glass is whole."""

    danger = True

    place = models.CharField("which rooms?", max_length=120)

    class Meta(HouseCheck.Meta):
        verbose_name = "window check"


class WindowCheckForm(CheckForm):
    class Meta(CheckForm.Meta):
        model = WindowCheck
        fields = ("place", *LAST)


windows = check(
    WindowCheckForm,
    "window-checks",
    "WN",
    "Windows and glass",
    Column(title="Where", of=lambda row: str(row.place)),
    icon="house-door",
)
