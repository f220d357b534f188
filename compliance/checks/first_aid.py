from django.db import models

from compliance.checks.base import LAST, CheckForm, HouseCheck, check
from cura.core.records.types import Column


class FirstAidCheck(HouseCheck):
    """The first-aid box: full, in date, where it belongs."""

    place = models.CharField("which box?", max_length=60)

    class Meta(HouseCheck.Meta):
        verbose_name = "first-aid box check"


class FirstAidCheckForm(CheckForm):
    class Meta(CheckForm.Meta):
        model = FirstAidCheck
        fields = ("place", *LAST)


first_aid = check(
    FirstAidCheckForm,
    "first-aid-checks",
    "FB",
    "First-aid boxes",
    Column(title="Where", of=lambda row: str(row.place)),
    icon="bandaid",
)
