from django.db import models

from compliance.checks.base import LAST, CheckForm, HouseCheck, check
from cura.core.records.types import Column


class LigatureKnifeCheck(HouseCheck):
    """The ligature knife is in its place, sharp and known to those on shift."""

    danger = True

    place = models.CharField("where is it?", max_length=60)

    class Meta(HouseCheck.Meta):
        verbose_name = "ligature knife check"


class LigatureKnifeCheckForm(CheckForm):
    class Meta(CheckForm.Meta):
        model = LigatureKnifeCheck
        fields = ("place", *LAST)


ligature_knife = check(
    LigatureKnifeCheckForm,
    "ligature-knife",
    "LK",
    "Ligature knife",
    Column(title="Where", of=lambda row: str(row.place)),
    icon="shield-exclamation",
)
