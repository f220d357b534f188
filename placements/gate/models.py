from django.db import models

from cura.core.accounts.home import Home
from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.lib.uuid7 import uuid7
from placements.referral.models import Referral


class Override(models.Model):
    """Somebody says yes all the same: who, to which finding, and why. Never changed, never taken
    back: when the finding is another one, it is asked anew."""

    read = P.PLACEMENT_READ
    append_only = True
    snapshotted = True
    about = ("referral__child", "by")
    keep = "home_file"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    home = models.ForeignKey(Home, models.PROTECT, related_name="+")
    referral = models.ForeignKey(Referral, models.PROTECT, related_name="overrides")
    key = models.CharField("which finding", max_length=200)
    words = models.TextField("what it said")
    why = models.TextField("why all the same")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField("when")

    class Meta:
        default_permissions = ()
        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(fields=("referral", "key"), name="placements_override_once"),
        )

    def __str__(self) -> str:
        return "Override"
