from django.db import models

from compliance.checks.base import LAST, CheckForm, HouseCheck, check
from cura.core.records.types import Column


class ElectricsCheck(HouseCheck):
    """Plugs, leads and sockets as they look; the five-yearly test has its own paper."""

    danger = True

    place = models.CharField("which rooms?", max_length=120)

    class Meta(HouseCheck.Meta):
        verbose_name = "electrics check"


class ElectricsCheckForm(CheckForm):
    class Meta(CheckForm.Meta):
        model = ElectricsCheck
        fields = ("place", *LAST)


electrics = check(
    ElectricsCheckForm,
    "electrics-checks",
    "EC",
    "Electrics",
    Column(title="Where", of=lambda row: str(row.place)),
    icon="lightbulb",
)
